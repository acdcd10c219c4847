package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.health.ListHealth;
import org.clubpost.core.health.PostCounts;
import org.clubpost.core.health.Returns;
import org.clubpost.core.health.Tick;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;

/** What came back of posts: a row a number, and a row for each member who counts. The sweep removes old ones. */
final class SqliteReturns implements Returns {

    private final Connections connections;

    SqliteReturns(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public boolean count(ListId list, PostId post, SubscriberId member, Tick tick, Instant now) {
        return connections.write(session -> {
            if (session.change("INSERT INTO post_mark (post, kind, key, expires_at) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING", post.value(), tick.kind().name(), member, now.plus(MARKED)) == 0) {
                return false;
            }
            session.change("INSERT INTO post_count (list, post, counter, number, expires_at) VALUES (?1, ?2, ?3, 1, ?4)"
                    + " ON CONFLICT DO UPDATE SET number = number + 1, expires_at = ?4", list.value(), post.value(),
                    tick.counter(), now.plus(KEPT));
            return true;
        });
    }

    @Override
    public PostCounts of(ListId list, PostId post) {
        return connections.read(session -> of(session, list, post));
    }

    static PostCounts of(Session session, ListId list, PostId post) throws SQLException {
        return PostCounts.of(post, session.all("SELECT counter, number FROM post_count WHERE list = ? AND post = ?",
                row -> Map.entry(row.text("counter"), row.number("number")), list.value(), post.value()).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private record Counted(PostId post, String counter, long number) {}

    @Override
    public List<PostCounts> since(ListId list, PostId oldest) {
        return connections.read(session -> session.all(
                "SELECT post, counter, number FROM post_count WHERE list = ? AND post >= ?",
                row -> new Counted(new PostId(row.text("post")), row.text("counter"), row.number("number")),
                list.value(), oldest.value())).stream()
                .collect(Collectors.groupingBy(Counted::post, TreeMap::new,
                        Collectors.toMap(Counted::counter, Counted::number)))
                .entrySet().stream().map(each -> PostCounts.of(each.getKey(), each.getValue())).toList();
    }

    @Override
    public Set<SubscriberId> members(PostId post, Tick.Kind kind, int most) {
        return Set.copyOf(connections.read(session -> session.all(
                "SELECT key FROM post_mark WHERE post = ? AND kind = ? LIMIT ?", row -> row.key("key"), post.value(),
                kind.name(), most)));
    }

    @Override
    public Optional<ListHealth> health(ListId list) {
        return connections.read(session -> session.first("SELECT record FROM list_health WHERE list = ?",
                row -> ListHealth.of(list, row.text("record")), list.value()));
    }

    @Override
    public boolean replace(Optional<ListHealth> seen, ListHealth changed) {
        return connections.write(session -> (seen.isEmpty()
                ? session.change("INSERT INTO list_health (list, record) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        changed.list().value(), changed.written())
                : session.change("UPDATE list_health SET record = ? WHERE list = ? AND record = ?", changed.written(),
                        changed.list().value(), seen.get().written())) == 1);
    }
}
