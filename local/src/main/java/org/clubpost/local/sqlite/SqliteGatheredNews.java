package org.clubpost.local.sqlite;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.clubpost.core.list.ListId;
import org.clubpost.core.owners.GatheredNews;
import org.clubpost.core.owners.News;

/** The news that wait to be told to owners: the table {@code owner_news}. */
final class SqliteGatheredNews implements GatheredNews {

    private final Connections connections;

    SqliteGatheredNews(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<News> due(Instant now, int limit) {
        return connections.read(session -> session.all(
                "SELECT * FROM owner_news WHERE due <= ? ORDER BY due, list, kind, about LIMIT ?",
                row -> new News(new ListId(row.text("list")), row.constant("kind", News.Kind.class), row.text("about"),
                        row.instant("due")),
                now, limit));
    }

    @Override
    public void add(News news) {
        connections.write(session -> session.change(
                "INSERT INTO owner_news (due, list, kind, about) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                news.due(), news.list().value(), news.kind(), news.about()));
    }

    @Override
    public void remove(Collection<News> news) {
        connections.write(session -> {
            for (var each : news) {
                session.change("DELETE FROM owner_news WHERE due = ? AND list = ? AND kind = ? AND about = ?",
                        each.due(), each.list().value(), each.kind(), each.about());
            }
            return true;
        });
    }
}
