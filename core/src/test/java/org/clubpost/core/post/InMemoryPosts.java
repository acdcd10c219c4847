package org.clubpost.core.post;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clubpost.core.Pause;
import org.clubpost.core.act.Deed;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.admin.LogRecorder;
import org.clubpost.core.list.ListId;

/** Posts in memory. */
public final class InMemoryPosts implements Posts {

    private final Map<PostId, Post> posts;
    private final InMemoryActLog log;
    private final LogRecorder recorder;

    /** No posts. */
    public InMemoryPosts() {
        this(new InMemoryActLog(), InstantSource.system());
    }

    /** No posts. What people do to them is recorded there. */
    public InMemoryPosts(InMemoryActLog log, InstantSource clock) {
        this(new TreeMap<>(Comparator.reverseOrder()), log, new LogRecorder(Way.UNKNOWN, clock));
    }

    private InMemoryPosts(Map<PostId, Post> posts, InMemoryActLog log, LogRecorder recorder) {
        this.posts = posts;
        this.log = log;
        this.recorder = recorder;
    }

    @Override
    public Posts by(Deed deed) {
        return new InMemoryPosts(posts, log, recorder.by(deed));
    }

    /** Nobody waits for real. */
    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public boolean create(Post post) {
        synchronized (posts) {
            return posts.putIfAbsent(post.id(), post) == null;
        }
    }

    @Override
    public Optional<Post> find(PostId id) {
        synchronized (posts) {
            return Optional.ofNullable(posts.get(id));
        }
    }

    /** Forgets a post. */
    public synchronized void forget(PostId id) {
        posts.remove(id);
    }

    @Override
    public Stream<Post> of(ListId list) {
        synchronized (posts) {
            return posts.values().stream().filter(post -> post.list().equals(list)).toList().stream();
        }
    }

    @Override
    public Stream<Post> unsettled(ListId list) {
        return of(list).filter(post -> !post.state().isSettled()).sorted(Comparator.comparing(Post::id));
    }

    @Override
    public boolean replace(Post seen, Post changed) {
        synchronized (posts) {
            var same = find(seen.id()).filter(now -> now.state().equals(seen.state())).isPresent();
            if (same) {
                posts.put(seen.id(), changed);
                recorder.changed(seen, changed).ifPresent(log::put);
            }
            return same;
        }
    }
}
