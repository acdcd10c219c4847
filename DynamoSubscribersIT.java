package org.clubpost.aws.dynamodb;

import org.clubpost.core.list.Lists;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.SubscribersContract;

class DynamoSubscribersIT implements SubscribersContract {

    @Override
    public Subscribers testee() {
        return EmbeddedTable.ports().subscribers();
    }

    @Override
    public Lists lists() {
        return EmbeddedTable.ports().lists();
    }
}
