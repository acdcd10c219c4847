package org.clubpost.aws.dynamodb;

import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.delivery.range.RangesContract;
import org.clubpost.core.post.Posts;

class DynamoRangesIT implements RangesContract {

    @Override
    public Posts posts() {
        return EmbeddedTable.ports().posts();
    }

    @Override
    public Ranges testee() {
        return EmbeddedTable.ports().ranges();
    }
}
