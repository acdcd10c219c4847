package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.subscription.SignUpRequests;
import org.clubpost.core.subscription.SignUpRequestsContract;
import org.junit.jupiter.api.AutoClose;

class DynamoSignUpRequestsIT implements SignUpRequestsContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public SignUpRequests testee() {
        return table.ports().signUpRequests();
    }
}
