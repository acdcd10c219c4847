package org.clubpost.core.delivery.range;

import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Posts;

final class InMemoryRangesTest implements RangesContract {

    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);

    @Override
    public Posts posts() {
        return posts;
    }

    @Override
    public Ranges testee() {
        return ranges;
    }
}
