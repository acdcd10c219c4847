package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.Lease;
import org.clubpost.core.delivery.range.LeaseOutcome;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/** The ranges of the posts. A range is held as long as it has a holder, and open as long as it has a cursor. */
final class SqliteRanges implements Ranges {

    private static final String OF_HOLDER = " WHERE post = ? AND number = ? AND holder = ?";

    private final Connections connections;
    private final LogRecorder log;

    SqliteRanges(Connections connections, LogRecorder log) {
        this.connections = connections;
        this.log = log;
    }

    @Override
    public Ranges by(Deed deed) {
        return new SqliteRanges(connections, log.by(deed));
    }

    @Override
    public boolean plan(Post seen, Post sending, List<DeliveryRange> ranges) {
        return connections.write(session -> {
            if (!SqlitePosts.replaced(session, seen, sending)) {
                return false;
            }
            for (var range : ranges) {
                session.change(RangeRows.STORE_RANGE, RangeRows.write(range).all());
            }
            ActRows.put(session, log.changed(seen, sending).stream().toList());
            return true;
        });
    }

    @Override
    public List<DeliveryRange> of(PostId id) {
        return connections.read(session -> of(session, id));
    }

    static List<DeliveryRange> of(Session session, PostId id) throws SQLException {
        return session.all("SELECT * FROM delivery_range WHERE post = ? ORDER BY number", RangeRows::read, id.value());
    }

    static List<Failure> failures(Session session, PostId id, int most) throws SQLException {
        return session.all("SELECT * FROM failure WHERE post = ? ORDER BY key LIMIT ?", RangeRows::readFailure,
                id.value(), most);
    }

    /** A range, with the lease on it. */
    private record Held(DeliveryRange range, boolean isHeld, String holder, Instant until) {

        static Held read(Row row) throws SQLException {
            var holder = row.findText("holder");
            return new Held(RangeRows.read(row), holder.isPresent(), holder.orElse(""), row.instant("leased_until"));
        }

        boolean isFreeFor(String asking, Instant now) {
            return !isHeld || holder.equals(asking) || !until.isAfter(now);
        }
    }

    @Override
    public LeaseOutcome lease(RangeRef ref, String holder, Instant now, Duration length) {
        var until = now.plus(length);
        return connections.write(session -> {
            var found = session.first("SELECT * FROM delivery_range WHERE post = ? AND number = ?", Held::read,
                    ref.post().value(), ref.index());
            if (found.isEmpty()) {
                return new LeaseOutcome.Unknown();
            }
            var held = found.get();
            if (held.range().isFinished()) {
                return new LeaseOutcome.Finished();
            }
            if (!held.isFreeFor(holder, now)) {
                return new LeaseOutcome.Busy(held.until());
            }
            session.change("UPDATE delivery_range SET holder = ?, leased_until = ? WHERE post = ? AND number = ?",
                    holder, until, ref.post().value(), ref.index());
            return new LeaseOutcome.Granted(new Lease(ref, holder, until), held.range());
        });
    }

    @Override
    public boolean advance(Lease lease, Checkpoint step) {
        var post = lease.ref().post();
        return connections.write(session -> {
            if (move(session, lease, step) == 0) {
                return false;
            }
            for (var cleared : step.cleared()) {
                session.change("DELETE FROM failure WHERE post = ? AND key = ?", post.value(), cleared);
            }
            record(session, post, step.failures());
            return true;
        });
    }

    private static int move(Session session, Lease lease, Checkpoint step) throws SQLException {
        var ref = lease.ref();
        return switch (step.progress()) {
            case DeliveryRange.Progress.Open(var next, var ahead) -> session.change(
                    "UPDATE delivery_range SET next = ?, ahead = ?, leased_until = ?, sent = sent + ?, failed = failed + ?"
                            + OF_HOLDER,
                    next, Values.octets(ahead), lease.until(), step.added().sent(), step.added().failed(),
                    ref.post().value(), ref.index(), lease.holder());
            case DeliveryRange.Progress.Finished _ -> session.change(
                    "UPDATE delivery_range SET next = NULL, ahead = NULL, holder = NULL, leased_until = NULL,"
                            + " sent = sent + ?, failed = failed + ?" + OF_HOLDER,
                    step.added().sent(), step.added().failed(), ref.post().value(), ref.index(), lease.holder());
        };
    }

    private static void record(Session session, PostId post, Collection<Failure> failures) throws SQLException {
        for (var failure : failures) {
            session.change(RangeRows.STORE_FAILURE, RangeRows.write(post, failure).all());
        }
    }

    @Override
    public boolean extend(Lease lease) {
        return connections.write(session -> session.change("UPDATE delivery_range SET leased_until = ?" + OF_HOLDER,
                lease.until(), lease.ref().post().value(), lease.ref().index(), lease.holder())) == 1;
    }

    @Override
    public void reopen(RangeRef ref) {
        connections.write(session -> session.change("UPDATE delivery_range SET next = first, ahead = x''"
                + " WHERE post = ? AND number = ? AND next IS NULL", ref.post().value(), ref.index()));
    }

    @Override
    public void rewrite(PostId id, Collection<Failure> failures) {
        connections.write(session -> {
            record(session, id, failures);
            return failures.size();
        });
    }

    @Override
    public void release(Lease lease) {
        connections.write(session -> session.change(
                "UPDATE delivery_range SET holder = NULL, leased_until = NULL" + OF_HOLDER,
                lease.ref().post().value(), lease.ref().index(), lease.holder()));
    }

    @Override
    public Optional<Failure> failure(PostId id, SubscriberId member) {
        return connections.read(session -> session.first("SELECT * FROM failure WHERE post = ? AND key = ?",
                RangeRows::readFailure, id.value(), member));
    }

    @Override
    public Stream<Failure> failures(PostId id) {
        return Paging.stream(last -> connections.read(session -> session.all(
                "SELECT * FROM failure WHERE post = ? AND key > ? ORDER BY key LIMIT " + Paging.ROWS,
                RangeRows::readFailure, id.value(), last.map(Failure::subscriber).map(Values::octets)
                        .orElseGet(() -> new byte[0]))));
    }
}
