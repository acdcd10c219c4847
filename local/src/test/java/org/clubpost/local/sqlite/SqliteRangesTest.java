package org.clubpost.local.sqlite;

import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.delivery.range.RangesContract;
import org.clubpost.core.post.Posts;

class SqliteRangesTest implements RangesContract {

    @Override
    public Posts posts() {
        return SampleDatabase.shared().posts();
    }

    @Override
    public Ranges testee() {
        return SampleDatabase.shared().ranges();
    }
}
