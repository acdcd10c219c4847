package org.clubpost.local.sqlite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/** The log. Nearly every entry was recorded in the transaction of its change. */
final class SqliteActLog implements ActLog {

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
}
