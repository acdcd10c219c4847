package org.clubpost.core.post;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.clubpost.core.list.ListId;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.reason.Reason.Cause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostTest {

    private static final Post.Headline HEADLINE = new Post.Headline("Ann <ann@a.example>", "About an owner", 700);

    private static Post discarded(Cause cause) {
        return SamplePosts.aPost(new ListId("news")).with(HEADLINE)
                .with(new PostState.Discarded(new Reason(cause, List.of())));
    }

    @ParameterizedTest
    @EnumSource(names = {"FOR_OPERATOR", "FOR_OPERATOR_KEPT", "FOR_ANOTHER_LIST"})
    void whoRunsTheListSeesNothingOfWhatIsForOthers(Cause cause) {
        assertEquals(new Post.Headline("", "", 700), discarded(cause).shownHeadline());
    }

    @ParameterizedTest
    @EnumSource(names = {"BOUNCE", "FOR_OWNERS", "AUTOMATIC"})
    void theySeeWhatIsTheirs(Cause cause) {
        assertEquals(HEADLINE, discarded(cause).shownHeadline());
    }
}
