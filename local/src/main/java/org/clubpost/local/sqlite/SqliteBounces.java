package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/** What came back from members: a row a member, and a row for each thing that was applied. The sweep removes old ones. */
final class SqliteBounces implements Bounces {

    private final Connections connections;

    SqliteBounces(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public Optional<BounceRecord> find(ListId list, SubscriberId member) {
        return connections.read(session -> found(session, list, member));
    }

    static Optional<BounceRecord> found(Session session, ListId list, SubscriberId member) throws SQLException {
        return session.first("SELECT * FROM bounce WHERE list = ? AND key = ?", SqliteBounces::read, list.value(),
                member);
    }

    @Override
    public boolean isApplied(ListId list, SubscriberId member, String id) {
        return connections.read(session -> isApplied(session, list, member, id));
    }

    private static boolean isApplied(Session session, ListId list, SubscriberId member, String id)
            throws SQLException {
        return session.first("SELECT id FROM applied_feedback WHERE list = ? AND key = ? AND id = ?", row -> true,
                list.value(), member, id).isPresent();
    }

    @Override
    public Applied apply(Optional<BounceRecord> seen, BounceRecord changed, String id, Instant now) {
        return connections.write(session -> {
            if (isApplied(session, changed.list(), changed.member(), id)) {
                return Applied.BEFORE;
            }
            if (!replace(session, seen, changed)) {
                return Applied.CONTESTED;
            }
            session.change("INSERT INTO applied_feedback (list, key, id, expires_at) VALUES (?, ?, ?, ?)",
                    changed.list().value(), changed.member(), id, now.plus(MARKED));
            return Applied.DONE;
        });
    }

    @Override
    public boolean replace(Optional<BounceRecord> seen, BounceRecord changed) {
        return connections.write(session -> replace(session, seen, changed));
    }

    private static boolean replace(Session session, Optional<BounceRecord> seen, BounceRecord changed)
            throws SQLException {
        return (seen.isEmpty()
                ? session.change("INSERT INTO bounce (list, key, record, expires_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING", changed.list().value(), changed.member(), changed.written(),
                        changed.expiresAt())
                : session.change(
                        "UPDATE bounce SET record = ?, expires_at = ? WHERE list = ? AND key = ? AND record = ?",
                        changed.written(), changed.expiresAt(), changed.list().value(), changed.member(),
                        seen.get().written())) == 1;
    }

    @Override
    public void forget(ListId list, SubscriberId member) {
        connections.write(session -> session.change("DELETE FROM bounce WHERE list = ? AND key = ?", list.value(),
                member)
                + session.change("DELETE FROM applied_feedback WHERE list = ? AND key = ?", list.value(), member));
    }

    @Override
    public Stream<BounceRecord> all(ListId list) {
        return Paging.stream(last -> connections.read(session -> session.all(
                "SELECT * FROM bounce WHERE list = ? AND key > ? ORDER BY key LIMIT " + Paging.ROWS,
                SqliteBounces::read, list.value(), last.map(BounceRecord::member).map(Values::octets)
                        .orElseGet(() -> new byte[0]))));
    }

    private static BounceRecord read(Row row) throws SQLException {
        return BounceRecord.of(new ListId(row.text("list")), row.key("key"), row.text("record"));
    }
}
