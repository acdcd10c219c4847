package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.delivery.range.RangesContract;
import org.clubpost.core.post.Posts;
import org.junit.jupiter.api.AutoClose;

class DynamoRangesIT implements RangesContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public Posts posts() {
        return table.ports().posts();
    }

    @Override
    public Ranges testee() {
        return table.ports().ranges();
    }
}
