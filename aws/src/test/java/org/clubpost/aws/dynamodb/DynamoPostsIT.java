package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.PostsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoPostsIT implements PostsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public Posts testee() {
        return table.ports().posts();
    }
}
