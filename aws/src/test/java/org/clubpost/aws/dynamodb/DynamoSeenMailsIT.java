package org.clubpost.aws.dynamodb;

import org.clubpost.core.post.SeenMails;
import org.clubpost.core.post.SeenMailsContract;

class DynamoSeenMailsIT implements SeenMailsContract {

    @Override
    public SeenMails testee() {
        return EmbeddedTable.ports().seenMails();
    }
}
