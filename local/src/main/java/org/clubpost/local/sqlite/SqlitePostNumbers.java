package org.clubpost.local.sqlite;

import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostNumbers;

/** A row for each number that was given. */
final class SqlitePostNumbers implements PostNumbers {

    private final Connections connections;

    SqlitePostNumbers(Connections connections) {
        this.connections = connections;
    }

    @Override
    public long of(ListId list, PostId post) {
        return connections.write(session -> {
            session.change("INSERT INTO post_number (list, number, post)"
                    + " SELECT ?, coalesce(max(number), 0) + 1, ? FROM post_number WHERE list = ?"
                    + " ON CONFLICT (post) DO NOTHING", list.value(), post.value(), list.value());
            return session.first("SELECT number FROM post_number WHERE post = ?", row -> row.number("number"),
                    post.value()).orElseThrow();
        });
    }
}
