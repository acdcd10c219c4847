package org.clubpost.core.post;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.clubpost.core.Pause;
import org.clubpost.core.list.ListId;

/** Posts in memory. */
public final class InMemoryPosts implements Posts {

    private final Map<PostId, Post> posts = new TreeMap<>(Comparator.reverseOrder());

    /** Nobody waits for real. */
    @Override
    public Pause betweenAttempts() {
        return attempt -> attempt <= Pause.ATTEMPTS;
    }

    @Override
    public synchronized boolean create(Post post) {
        return posts.putIfAbsent(post.id(), post) == null;
    }

    @Override
    public synchronized Optional<Post> find(PostId id) {
        return Optional.ofNullable(posts.get(id));
    }

    @Override
    public synchronized Stream<Post> of(ListId list) {
        return posts.values().stream().filter(post -> post.list().equals(list)).toList().stream();
    }

    @Override
    public Stream<Post> unsettled(ListId list) {
        return of(list).filter(post -> !post.state().isSettled()).sorted(Comparator.comparing(Post::id));
    }

    @Override
    public synchronized boolean replace(Post seen, Post changed) {
        var same = find(seen.id()).filter(now -> now.state().equals(seen.state())).isPresent();
        if (same) {
            posts.put(seen.id(), changed);
        }
        return same;
    }
}
