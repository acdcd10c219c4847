package org.clubpost.aws.dynamodb;

import org.clubpost.core.post.Posts;
import org.clubpost.core.post.PostsContract;

class DynamoPostsIT implements PostsContract {

    @Override
    public Posts testee() {
        return EmbeddedTable.ports().posts();
    }
}
