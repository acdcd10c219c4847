package org.clubpost.aws.dynamodb;

import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.post.PostNumbers;
import org.clubpost.core.post.PostNumbersContract;
import org.junit.jupiter.api.AutoClose;

final class DynamoPostNumbersIT implements PostNumbersContract {

    @AutoClose
    private final MotoTable table = MotoTable.create();

    @Override
    public PostNumbers testee() {
        return table.ports().postNumbers();
    }
}
