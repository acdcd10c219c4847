package org.clubpost.core.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.Test;

class PostCountsTest {

    private static final PostId POST = SamplePosts.aPost(new ListId("news")).id();

    @Test
    void oneBounceOrOneComplaintIsSomethingAndWhatNobodyKnowsIsNothing() {
        assertFalse(PostCounts.of(POST, Map.of(BounceReason.USER_UNKNOWN.word(), 1L)).isNothing());
        assertFalse(PostCounts.of(POST, Map.of(Tick.Kind.COMPLAINED.name(), 1L)).isNothing());
        assertTrue(PostCounts.of(POST, Map.of()).isNothing());
        assertEquals(PostCounts.of(POST, Map.of()), PostCounts.of(POST, Map.of("of a newer version", 7L)));
    }
}
