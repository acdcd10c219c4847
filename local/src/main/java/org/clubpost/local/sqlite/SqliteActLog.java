package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.LogKeeping;
import org.clubpost.core.secret.SubscriberId;

/** The log. Nearly every entry was recorded in the transaction of its change. */
final class SqliteActLog implements ActLog {

    /** Stands for no end: the last year of a time in nanoseconds. */
    private static final Instant NEVER = Instant.parse("2262-01-01T00:00:00Z");
    /** Above every id: ids are hexadecimal digits. */
    private static final String LAST = "g";
    private static final String NEWEST_FIRST = " AND id < ? AND expires_at > ? ORDER BY id DESC LIMIT ?";

    private final Connections connections;
    private final Way way;

    SqliteActLog(Connections connections, Way way) {
        this.connections = connections;
        this.way = way;
    }

    @Override
    public void put(LogEntry entry) {
        connections.write(session -> {
            ActRows.put(session, List.of(entry.cameBy(way)));
            return true;
        });
    }

    @Override
    public Optional<LogEntry> find(ListId list, EntryId id, Instant now) {
        return connections.read(session -> session.first(
                "SELECT * FROM act WHERE list = ? AND id = ? AND listed = 1 AND expires_at > ?", ActRows::read,
                list.value(), id.value(), now));
    }

    @Override
    public List<LogEntry> of(ListId list, Optional<EntryId> before, int limit, Instant now) {
        return connections.read(session -> session.all("SELECT * FROM act WHERE list = ? AND listed = 1" + NEWEST_FIRST,
                ActRows::read, list.value(), before.map(EntryId::value).orElse(LAST), now, limit));
    }

    @Override
    public List<LogEntry> of(ListId list, SubscriberId person, Optional<EntryId> before, int limit, Instant now) {
        return connections.read(session -> session.all("SELECT * FROM act WHERE list = ? AND about = ?" + NEWEST_FIRST,
                ActRows::read, list.value(), person.hex(), before.map(EntryId::value).orElse(LAST), now, limit));
    }

    /** Log and histories are one table here, and the times of the share have all of it. */
    @Override
    public int keep(ListId list, LogKeeping keeping, Share share, int most, Instant now) {
        return connections.write(session -> {
            var changed = 0;
            for (var due : session.all("SELECT id, expires_at FROM act WHERE list = ? AND id >= ? AND id < ?"
                    + " AND expires_at > ?", row -> due(row, keeping), list.value(), first(share.from()),
                    first(share.to()), now)) {
                if (changed < most && due.isDue()) {
                    changed += session.change("UPDATE act SET expires_at = ? WHERE list = ? AND id = ?", due.end(),
                            list.value(), due.id());
                }
            }
            return changed;
        });
    }

    /**
     * An entry with its times.
     *
     * @param id its id
     * @param has when it is over
     * @param end when it is to be over
     */
    private record Due(String id, Instant has, Instant end) {

        boolean isDue() {
            return !has.equals(end);
        }
    }

    private static Due due(Row row, LogKeeping keeping) throws SQLException {
        var id = row.text("id");
        var end = keeping.end(new EntryId(id).time());
        return new Due(id, row.instant("expires_at"), end.isAfter(NEVER) ? NEVER : end);
    }

    /** Below every id of that time. */
    private static String first(Instant time) {
        return "%012x".formatted(time.toEpochMilli());
    }
}
