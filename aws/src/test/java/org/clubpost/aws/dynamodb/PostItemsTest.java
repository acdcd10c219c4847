package org.clubpost.aws.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostItemsTest {

    /** As it was written before such posts were reported. */
    private static final Item OLD = Item.inner().text("kind", "CANCELLED").number("sent", 7).number("failed", 1)
            .instant("at", FixedClock.START);

    private static PostState read(Item state) {
        var post = SamplePosts.aPost(new ListId("news"));
        return PostItems.read(PostItems.write(TableLayout.post(post.id()), post).map("state", state)).state();
    }

    @Test
    void postThatWasCancelledBeforeThereWereReportsOfItCountsAsReported() {
        var state = new PostState.Cancelled(new Tally(7, 1), FixedClock.START, true);

        assertEquals(state, read(OLD));
        assertEquals(OLD.asValue(), PostItems.state(state));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whetherACancelledPostIsReportedIsRead(boolean reported) {
        var item = Item.inner().text("kind", "CANCELLED").number("sent", 7).number("failed", 1)
                .instant("at", FixedClock.START).flag("reported", reported);

        assertEquals(new PostState.Cancelled(new Tally(7, 1), FixedClock.START, reported), read(item));
    }
}
