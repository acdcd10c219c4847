package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteRecorder;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Posts;

/** The posts. */
final class SqlitePosts implements Posts {

    /** Above every id: ids are hexadecimal digits. */
    private static final String LAST = "g";

    private final Connections connections;
    private final InstantSource clock;
    private final LogRecorder log;

    SqlitePosts(Connections connections, InstantSource clock, LogRecorder log) {
        this.connections = connections;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public Posts by(Deed deed) {
        return new SqlitePosts(connections, clock, log.by(deed));
    }

    @Override
    public Pause betweenAttempts() {
        return JitteredPause.SYSTEM;
    }

    @Override
    public boolean create(Post post) {
        return connections.write(session -> {
            if (!PostRows.write(post).insert(session)) {
                return false;
            }
            EventRows.record(session, EventRows.recorder(session, clock).came(post));
            return true;
        });
    }

    @Override
    public Optional<Post> find(PostId id) {
        return connections.read(session -> found(session, id));
    }

    @Override
    public Stream<Post> of(ListId list) {
        return before(list, LAST);
    }

    @Override
    public Stream<Post> before(ListId list, PostId id) {
        return before(list, id.value());
    }

    private Stream<Post> before(ListId list, String id) {
        return Paging.stream(last -> page("SELECT * FROM post WHERE list = ? AND id < ? ORDER BY id DESC LIMIT ?", list,
                last.map(post -> post.id().value()).orElse(id)));
    }

    @Override
    public Stream<Post> unsettled(ListId list) {
        return Paging.stream(last -> page(
                "SELECT * FROM post WHERE list = ? AND settled = 0 AND id > ? ORDER BY id LIMIT ?", list,
                last.map(post -> post.id().value()).orElse("")));
    }

    private List<Post> page(String sql, ListId list, String from) {
        return connections.read(session -> session.all(sql, PostRows::read, list.value(), from, Paging.ROWS));
    }

    @Override
    public boolean replace(Post seen, Post changed) {
        return connections.write(session -> {
            if (!replaced(session, seen, changed)) {
                return false;
            }
            EventRows.record(session, EventRows.recorder(session, clock).changed(seen, changed));
            NoteTaskRows.add(session, new NoteRecorder(clock).changed(seen, changed));
            ActRows.put(session, log.changed(seen, changed).stream().toList());
            return true;
        });
    }

    /** Puts the post in its other state if it still is in the one in which it was seen. */
    static boolean replaced(Session session, Post seen, Post changed) throws SQLException {
        if (!found(session, seen.id()).map(Post::state).equals(Optional.of(seen.state()))) {
            return false;
        }
        session.change(PostRows.STORE, PostRows.write(changed).all());
        return true;
    }

    static Optional<Post> found(Session session, PostId id) throws SQLException {
        return session.first("SELECT * FROM post WHERE id = ?", PostRows::read, id.value());
    }
}
