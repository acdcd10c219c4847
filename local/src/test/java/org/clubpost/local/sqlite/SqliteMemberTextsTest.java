package org.clubpost.local.sqlite;

import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.directory.MemberTextsContract;

class SqliteMemberTextsTest implements MemberTextsContract {

    @Override
    public MemberTexts testee() {
        return SampleDatabase.shared().memberTexts();
    }
}
