package org.clubpost.local.sqlite;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;

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
                session.change("INSERT INTO sent_copy (id, original, expires_at, list, post, subscriber)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET original = excluded.original,"
                        + " expires_at = excluded.expires_at, list = excluded.list, post = excluded.post,"
                        + " subscriber = excluded.subscriber", id.sent(), id.original(), end,
                        id.copy().map(copy -> copy.list().value()).orElse(null),
                        id.copy().map(copy -> copy.post().value()).orElse(null),
                        id.copy().map(SentId.Copy::subscriber).orElse(null));
            }
            return ids.size();
        });
    }

    @Override
    public Optional<SentId.Copy> copy(String sent) {
        return connections.read(session -> session.first(
                "SELECT * FROM sent_copy WHERE id = ? AND expires_at > ? AND subscriber IS NOT NULL",
                row -> new SentId.Copy(new ListId(row.text("list")), new PostId(row.text("post")),
                        row.key("subscriber")),
                sent, clock.instant()));
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
