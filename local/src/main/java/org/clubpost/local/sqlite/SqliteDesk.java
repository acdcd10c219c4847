package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.desk.Figures;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.health.PostCounts;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscriber;

/** What pages are made of, each with one look at the database. The posts that wait are counted where they are. */
final class SqliteDesk implements Desk {

    /** The last post that went out is looked for among so many of the newest. */
    private static final int NEWEST = 30;

    private final Connections connections;
    private final SqliteSubscribers subscribers;

    SqliteDesk(Connections connections, SqliteSubscribers subscribers) {
        this.connections = connections;
        this.subscribers = subscribers;
    }

    @Override
    public Door door(PersonId person, Optional<ListId> list) {
        return connections.read(session -> new Door(SqlitePersons.found(session, person), list.isEmpty()
                ? Optional.empty()
                : SqliteLists.headed(session, list.get())));
    }

    @Override
    public Hall hall() {
        return connections.read(session -> {
            var waiting = session.all("SELECT * FROM post WHERE settled = 0", PostRows::read).stream()
                    .filter(post -> Desk.waits(post.state()))
                    .collect(Collectors.groupingBy(Post::list, Collectors.counting()));
            var glances = new ArrayList<Glance>();
            for (var headed : SqliteLists.allHeaded(session)) {
                glances.add(new Glance(headed, waiting.getOrDefault(headed.list().id(), 0L), last(session, headed)));
            }
            return new Hall(glances, SqliteListMakers.read(session), SqliteDeletedLists.all(session));
        });
    }

    private static Optional<Instant> last(Session session, Lists.Headed headed) throws SQLException {
        return session.all("SELECT * FROM post WHERE list = ? ORDER BY id DESC LIMIT " + NEWEST, PostRows::read,
                headed.list().id().value()).stream().filter(post -> Desk.went(post.state())).findFirst()
                .map(post -> post.id().storedAt());
    }

    @Override
    public Optional<MemberFile> member(ListId list, SubscriberId id) {
        return connections.read(session -> {
            var found = subscribers.found(session, list, id);
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MemberFile(found.get().subscriber(), SqliteMemberTexts.found(session, list, id,
                            MemberText.Kind.REMARK), SqliteBounces.found(session, list, id)));
        });
    }

    @Override
    public Optional<PostFile> post(PostId id, int most) {
        return connections.read(session -> {
            var post = SqlitePosts.found(session, id);
            return post.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PostFile(post.get(), SqliteRanges.of(session, id),
                            most == 0 ? List.of() : SqliteRanges.failures(session, id, most)));
        });
    }

    @Override
    public Echo echo(ListId list, PostId post, Collection<SubscriberId> people) {
        return connections.read(session -> {
            var known = new HashMap<SubscriberId, Subscriber>();
            for (var id : people.stream().distinct().limit(MOST).toList()) {
                subscribers.found(session, list, id).ifPresent(stored -> known.put(id, stored.subscriber()));
            }
            return new Echo(SqliteReturns.of(session, list, post), known);
        });
    }

    @Override
    public Numbers numbers(ListId list, Collection<PostId> posts) {
        return connections.read(session -> {
            var returned = new HashMap<PostId, PostCounts>();
            for (var post : posts.stream().distinct().limit(MOST).toList()) {
                var counts = SqliteReturns.of(session, list, post);
                if (!counts.isNothing()) {
                    returned.put(post, counts);
                }
            }
            return new Numbers(session.first("SELECT record FROM list_figures WHERE list = ?",
                    row -> Figures.of(row.text("record")), list.value()), Map.copyOf(returned));
        });
    }

    @Override
    public void keep(ListId list, Figures figures) {
        connections.write(session -> session.change("INSERT INTO list_figures (list, record) VALUES (?, ?)"
                + " ON CONFLICT DO UPDATE SET record = excluded.record", list.value(), figures.written()));
    }

    /** Nothing of it is kept. */
    @Override
    public void recount(ListId list) {
        // Posts are counted when somebody looks.
    }
}
