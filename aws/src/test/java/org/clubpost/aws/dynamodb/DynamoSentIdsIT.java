package org.clubpost.aws.dynamodb;

import org.clubpost.core.post.SentIds;
import org.clubpost.core.post.SentIdsContract;

final class DynamoSentIdsIT implements SentIdsContract {

    @Override
    public SentIds testee() {
        return EmbeddedTable.ports().sentIds();
    }
}
