package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.directory.MemberTextsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoMemberTextsIT implements MemberTextsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public MemberTexts testee() {
        return table.ports().memberTexts();
    }

}
