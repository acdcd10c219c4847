package org.clubpost.aws.dynamodb;

import org.clubpost.core.post.PostNumbers;
import org.clubpost.core.post.PostNumbersContract;

final class DynamoPostNumbersIT implements PostNumbersContract {

    @Override
    public PostNumbers testee() {
        return EmbeddedTable.ports().postNumbers();
    }
}
