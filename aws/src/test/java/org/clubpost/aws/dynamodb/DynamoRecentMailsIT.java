package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.limit.RecentMails;
import org.clubpost.core.limit.RecentMailsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoRecentMailsIT implements RecentMailsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public RecentMails testee() {
        return table.ports().recentMails();
    }
}
