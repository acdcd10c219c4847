package org.clubpost.local.sqlite;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.delivery.SentIds;

/** A row for each copy. The sweep removes it when its days are over. */
final class SqliteSentIds implements SentIds {

    private final Connections connections;
    private final InstantSource clock;

    SqliteSentIds(Connections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public void remember(Collection<SentId> ids, Instant now) {
        var end = now.plus(Duration.ofDays(DAYS));
        connections.write(session -> {
            for (var id : ids) {
                session.change("INSERT INTO sent_copy (id, original, expires_at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
                        + " SET original = excluded.original, expires_at = excluded.expires_at", id.sent(),
                        id.original(), end);
            }
            return ids.size();
        });
    }

    @Override
    public Map<String, String> originals(Collection<String> sent) {
        return connections.read(session -> {
            var found = new HashMap<String, String>();
            for (var id : sent) {
                session.first("SELECT original FROM sent_copy WHERE id = ? AND expires_at > ?",
                        row -> row.text("original"), id, clock.instant())
                        .ifPresent(original -> found.put(id, original));
            }
            return found;
        });
    }
}
