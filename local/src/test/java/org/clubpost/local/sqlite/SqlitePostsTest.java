package org.clubpost.local.sqlite;

import org.clubpost.core.post.Posts;
import org.clubpost.core.post.PostsContract;

class SqlitePostsTest implements PostsContract {

    @Override
    public Posts testee() {
        return SampleDatabase.shared().posts();
    }
}
