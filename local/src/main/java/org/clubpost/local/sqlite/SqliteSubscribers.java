package org.clubpost.local.sqlite;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteRecorder;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * The subscribers. A change and the list's counter are one transaction. The expired request of a stranger is not shown,
 * and gives way to whoever comes.
 */
final class SqliteSubscribers implements Subscribers {

    private static final String OF_KEY = "SELECT * FROM subscriber WHERE list = ? AND key = ?";
    private static final String NOT_EXPIRED = " AND (expires_at IS NULL OR former_address IS NOT NULL"
            + " OR former_status IS NOT NULL OR expires_at > ?)";
    /** Whose place a new subscriber takes. */
    private static final String EXPIRED = " AND expires_at <= ? AND former_address IS NULL"
            + " AND former_status IS NULL";
    /** Whatever leads to a member at another key has that key, in whatever state it is. */
    private static final String PLACES = "SELECT * FROM subscriber WHERE list = ? AND key BETWEEN ? AND ?"
            + " AND (moved_to IS NOT NULL OR status = 'CONFIRMED'";
    private static final String IN_GROUPS = " AND member_groups IS NOT NULL AND EXISTS (SELECT 1"
            + " FROM json_each(member_groups) AS one WHERE one.value IN (SELECT value FROM json_each(?)))";
    private static final String IN_ORDER = ") ORDER BY key LIMIT ?";
    /** An import holds the lock for no longer, so that posts and sign-ups go on beside it. */
    private static final Duration PIECE = Duration.ofMillis(100);
    private static final int ROWS_BETWEEN_LOOKS = 100;
    /** Long enough for a writer that waits to take its turn. */
    private static final Duration GAP = Duration.ofMillis(4);

    private final Connections connections;
    private final InstantSource clock;
    private final NoteRecorder notes;
    private final LogRecorder log;
    private final SecureRandom random = new SecureRandom();

    SqliteSubscribers(Connections connections, InstantSource clock, LogRecorder log) {
        this.connections = connections;
        this.clock = clock;
        this.notes = new NoteRecorder(clock);
        this.log = log;
    }

    @Override
    public Subscribers by(Deed deed) {
        return new SqliteSubscribers(connections, clock, log.by(deed));
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public Optional<Stored> find(ListId list, SubscriberId id) {
        return connections.read(session -> found(session, list, id));
    }

    Optional<Stored> found(Session session, ListId list, SubscriberId id) throws SQLException {
        return session.first(OF_KEY + NOT_EXPIRED, SubscriberRows::stored, list.value(), id, keptSince());
    }

    @Override
    public boolean create(Subscriber subscriber) {
        return connections.write(session -> {
            SqliteLists.ensure(session, subscriber.list());
            if (!insert(session, revised(subscriber), clock.instant())) {
                return false;
            }
            SqliteLists.count(session, subscriber.list(), confirmed(subscriber));
            EventRows.record(session, EventRows.recorder(session, clock).came(subscriber));
            NoteTaskRows.add(session, notes.came(subscriber));
            ActRows.put(session, log.came(subscriber));
            return true;
        });
    }

    @Override
    public boolean replace(Stored seen, Subscriber changed) {
        if (!seen.subscriber().list().equals(changed.list()) || !seen.subscriber().id().equals(changed.id())) {
            throw new IllegalArgumentException("the changed subscriber is another one");
        }
        return connections.write(session -> {
            if (!isUnchanged(session, seen)) {
                return false;
            }
            session.change(SubscriberRows.STORE, SubscriberRows.write(revised(changed)).all());
            SqliteLists.count(session, changed.list(), confirmed(changed) - confirmed(seen.subscriber()));
            EventRows.record(session, EventRows.recorder(session, clock).changed(seen.subscriber(), changed));
            NoteTaskRows.add(session, notes.changed(seen.subscriber(), changed));
            ActRows.put(session, log.changed(seen.subscriber(), changed));
            return true;
        });
    }

    @Override
    public boolean remove(Stored seen) {
        var list = seen.subscriber().list();
        return connections.write(session -> {
            if (session.change("DELETE FROM subscriber WHERE list = ? AND key = ? AND revision = ?", list.value(),
                    seen.subscriber().id(), seen.revision()) == 0) {
                return false;
            }
            SqliteLists.count(session, list, -confirmed(seen.subscriber()));
            EventRows.record(session, EventRows.recorder(session, clock).gone(seen.subscriber()));
            NoteTaskRows.add(session, notes.gone(seen.subscriber()));
            ActRows.put(session, log.gone(seen.subscriber()));
            return true;
        });
    }

    /**
     * {@inheritDoc}
     *
     * <p>In the order of their keys, because then neighbours share a page, and in several transactions, each of a tenth
     * of a second at most.
     */
    @Override
    public Set<SubscriberId> createAll(ListId list, Collection<? extends Subscriber> subscribers) {
        var sorted = new ArrayList<Subscriber>(subscribers);
        if (sorted.stream().anyMatch(subscriber -> !subscriber.list().equals(list))) {
            throw new IllegalArgumentException("a subscriber of another list");
        }
        sorted.sort((one, other) -> one.id().compareTo(other.id()));
        var there = new HashSet<SubscriberId>();
        for (var from = 0; from < sorted.size();) {
            var rest = sorted.subList(from, sorted.size());
            from += connections.write(session -> createPiece(session, list, rest, there));
            if (from < sorted.size()) {
                LockSupport.parkNanos(GAP.toNanos());
            }
        }
        return there;
    }

    /** Adds as many of them as the time for one transaction allows, and returns how many it looked at. */
    private int createPiece(Session session, ListId list, List<Subscriber> subscribers, Set<SubscriberId> there)
            throws SQLException {
        SqliteLists.ensure(session, list);
        var began = System.nanoTime();
        var now = clock.instant();
        var recorder = EventRows.recorder(session, clock);
        var members = 0;
        var done = 0;
        var previous = Optional.<SubscriberId>empty();
        for (var subscriber : subscribers) {
            if (done % ROWS_BETWEEN_LOOKS == 0 && System.nanoTime() - began > PIECE.toNanos()) {
                break;
            }
            if (!previous.equals(Optional.of(subscriber.id()))) {
                if (insert(session, revised(subscriber), now)) {
                    members += confirmed(subscriber);
                    EventRows.record(session, recorder.came(subscriber));
                    NoteTaskRows.add(session, notes.came(subscriber));
                } else {
                    there.add(subscriber.id());
                }
            }
            previous = Optional.of(subscriber.id());
            done++;
        }
        SqliteLists.count(session, list, members);
        return done;
    }

    /** Requests that expired then or before are not kept any more. */
    private Instant keptSince() {
        return clock.instant().minus(Subscriber.Pending.KEPT);
    }

    private static boolean insert(Session session, Stored subscriber, Instant now) throws SQLException {
        var row = SubscriberRows.write(subscriber);
        if (row.insert(session)) {
            return true;
        }
        return session.change("DELETE FROM subscriber WHERE list = ? AND key = ?" + EXPIRED,
                subscriber.subscriber().list().value(), subscriber.subscriber().id(), now) == 1
                && row.insert(session);
    }

    @Override
    public boolean move(Stored seen, Optional<Stored> there, Subscriber.Confirmed moved) {
        var before = (Subscriber.Confirmed) seen.subscriber();
        return connections.write(session -> {
            if (!isUnchanged(session, seen) || !isThere(session, there, moved)) {
                return false;
            }
            for (var each : List.of(moved.forwarding(), moved)) {
                session.change(SubscriberRows.STORE, SubscriberRows.write(revised(each)).all());
            }
            EventRows.record(session, EventRows.recorder(session, clock).moved(before, moved));
            NoteTaskRows.add(session, notes.moved(before, moved));
            ActRows.put(session, log.moved(before, moved));
            return true;
        });
    }

    /** Nobody is there also when there is the expired request of a stranger. */
    private boolean isThere(Session session, Optional<Stored> there, Subscriber.Confirmed moved)
            throws SQLException {
        return there.isPresent()
                ? isUnchanged(session, there.get())
                : session.first(OF_KEY + NOT_EXPIRED, SubscriberRows::stored, moved.list().value(), moved.id(),
                        clock.instant()).isEmpty();
    }

    @Override
    public List<Subscriber> places(ListId list, Audience audience, Slice slice, int limit) {
        return switch (audience) {
            case Audience.Everyone _ -> connections.read(session -> session.all(PLACES + IN_ORDER,
                    SubscriberRows::read, list.value(), slice.first(), slice.last(), limit));
            case Audience.InGroups(var groups) -> connections.read(session -> session.all(PLACES + IN_GROUPS
                    + IN_ORDER, SubscriberRows::read, list.value(), slice.first(), slice.last(),
                    Values.groups(groups), limit));
        };
    }

    @Override
    public Stream<Subscriber> all(ListId list) {
        return Paging.stream(last -> connections.read(session -> session.all(
                "SELECT * FROM subscriber WHERE list = ? AND key > ?" + NOT_EXPIRED + " ORDER BY key LIMIT "
                        + Paging.ROWS,
                SubscriberRows::read, list.value(), last.map(Subscriber::id).map(Values::octets)
                        .orElseGet(() -> new byte[0]),
                keptSince())));
    }

    @Override
    public Stream<Subscriber> all(ListId list, Slice slice) {
        return Paging.<Subscriber>stream(last -> (last.isEmpty()
                ? Optional.of(slice)
                : last.map(Subscriber::id).flatMap(SubscriberId::successor).flatMap(slice::from))
                .map(rest -> connections.read(session -> session.all(
                        "SELECT * FROM subscriber WHERE list = ? AND key BETWEEN ? AND ?" + NOT_EXPIRED
                                + " ORDER BY key LIMIT " + Paging.ROWS,
                        SubscriberRows::read, list.value(), rest.first(), rest.last(), clock.instant())))
                .orElseGet(List::of));
    }

    private static boolean isUnchanged(Session session, Stored seen) throws SQLException {
        return session.first("SELECT revision FROM subscriber WHERE list = ? AND key = ?",
                row -> row.number("revision"), seen.subscriber().list().value(), seen.subscriber().id())
                .equals(Optional.of(seen.revision()));
    }

    private Stored revised(Subscriber subscriber) {
        return new Stored(subscriber, random.nextLong(1, Long.MAX_VALUE));
    }

    private static int confirmed(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Confirmed ? 1 : 0;
    }
}
