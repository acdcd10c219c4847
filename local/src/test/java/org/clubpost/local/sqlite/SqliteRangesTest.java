package org.clubpost.local.sqlite;

import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.post.SamplePosts.aPost;
import static org.clubpost.core.post.SamplePosts.aSending;
import static org.clubpost.core.post.SamplePosts.freshRanges;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import org.clubpost.core.delivery.range.LeaseOutcome;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.delivery.range.RangesContract;
import org.clubpost.core.post.Posts;
import org.junit.jupiter.api.Test;

class SqliteRangesTest implements RangesContract {

    @Override
    public Posts posts() {
        return SampleDatabase.shared().posts();
    }

    @Override
    public Ranges testee() {
        return SampleDatabase.shared().ranges();
    }

    @Test
    void leaseOfARunWhoseClockWasADayAheadDoesNotOutliveAStart() {
        var post = aPost(freshListId());
        posts().create(post);
        testee().plan(post, post.with(aSending(post.id(), 1)), freshRanges(post, 0));
        var ref = new RangeRef(post.list(), post.id(), 0);
        testee().lease(ref, "killed", NOW.plus(Duration.ofDays(1)), MINUTE);

        var before = testee().lease(ref, "new", NOW, MINUTE);
        SampleDatabase.shared().releaseRanges();
        var after = testee().lease(ref, "new", NOW, MINUTE);

        assertInstanceOf(LeaseOutcome.Busy.class, before);
        assertInstanceOf(LeaseOutcome.Granted.class, after);
    }
}
