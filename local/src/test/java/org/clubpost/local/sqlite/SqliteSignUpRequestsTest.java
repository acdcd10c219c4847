package org.clubpost.local.sqlite;

import org.clubpost.core.subscription.SignUpRequests;
import org.clubpost.core.subscription.SignUpRequestsContract;

class SqliteSignUpRequestsTest implements SignUpRequestsContract {

    @Override
    public SignUpRequests testee() {
        return SampleDatabase.shared().signUpRequests();
    }
}
