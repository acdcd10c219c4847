package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.post.SeenMails;
import org.clubpost.core.post.SeenMailsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoSeenMailsIT implements SeenMailsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public SeenMails testee() {
        return table.ports().seenMails();
    }
}
