package org.clubpost.core.post;

final class InMemoryPostsTest implements PostsContract {

    private final Posts posts = new InMemoryPosts();

    @Override
    public Posts testee() {
        return posts;
    }
}
