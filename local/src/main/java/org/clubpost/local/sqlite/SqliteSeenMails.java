package org.clubpost.local.sqlite;

import java.time.Instant;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.SeenMails;

/** A row for each mail that was seen recently. The sweep removes it when it has expired. */
final class SqliteSeenMails implements SeenMails {

    private final Connections connections;

    SqliteSeenMails(Connections connections) {
        this.connections = connections;
    }

    @Override
    public PostId first(ListId list, String fingerprint, PostId post, Instant now, Instant until) {
        return connections.write(session -> {
            session.change("INSERT INTO seen_mail (list, fingerprint, post, expires_at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT DO UPDATE SET post = excluded.post, expires_at = excluded.expires_at"
                    + " WHERE post = excluded.post OR expires_at <= ?", list.value(), fingerprint, post.value(), until,
                    now);
            return session.first("SELECT post FROM seen_mail WHERE list = ? AND fingerprint = ?",
                    row -> new PostId(row.text("post")), list.value(), fingerprint).orElseThrow();
        });
    }

    @Override
    public boolean pass(ListId list, String fingerprint, PostId noted, PostId post, Instant until) {
        return connections.write(session -> session.change(
                "UPDATE seen_mail SET post = ?, expires_at = ? WHERE list = ? AND fingerprint = ? AND post IN (?, ?)",
                post.value(), until, list.value(), fingerprint, noted.value(), post.value()) == 1);
    }
}
