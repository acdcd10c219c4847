package org.clubpost.core.post;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.PostState.Parked.Cause;
import org.clubpost.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PostStateTest {

    private static final PostId POST = SamplePosts.aPost(SampleLists.aList().id()).id();
    private static final PostState.Sending SENDING = SamplePosts.aSending(POST, 4);

    private static PostState.Parked parked(Cause cause, boolean told) {
        return new PostState.Parked(SENDING, cause, Reason.of(Reason.Cause.FAILED_AGAIN), FixedClock.START, told);
    }

    @Test
    void onlyWhatIsSendingOrToGoOnGoesOut() {
        SamplePosts.everyState(POST).forEach(state -> assertEquals(switch (state) {
            case PostState.Sending sending -> Optional.of(sending);
            case PostState.Resumed resumed -> Optional.of(resumed.sending());
            case PostState other -> Optional.empty();
        }, state.goingOut(), state::toString));
    }

    @Test
    void settledIsWhatNothingHappensToAnyMore() {
        SamplePosts.everyState(POST).forEach(state -> assertEquals(switch (state) {
            case PostState.Rejected _,PostState.Discarded _ -> true;
            case PostState.Cancelled cancelled -> cancelled.reported();
            case PostState.Done done -> done.reported();
            case PostState other -> false;
        }, state.isSettled(), state::toString));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void ownersAreToldOnceOfWhatTheyHaveToActOn(Cause cause) {
        Set<Cause> concernsThem = EnumSet.of(Cause.BLOCKED, Cause.FAULT, Cause.UNDECIDED);

        assertEquals(concernsThem.contains(cause), parked(cause, false).isNews());
        assertEquals(false, parked(cause, false).asTold().isNews());
    }

    @Test
    void aMailIsSetAsideAfterThreeFailures() {
        var received = new PostState.Received();
        for (var failures = 1; failures <= 3; failures++) {
            assertEquals(false, received.isSetAside());
            received = received.begun(FixedClock.START).failed();
        }

        assertEquals(new PostState.Received(3, Optional.empty(), false), received);
        assertEquals(true, received.isSetAside());
        assertEquals(received, received.begun(FixedClock.START));
        assertEquals(true, received.isNews());
        assertEquals(false, received.asTold().isNews());
    }

    @Test
    void anAttemptThatNeverEndedIsAFailure() {
        var begun = new PostState.Received().begun(FixedClock.START);

        assertEquals(begun, begun.begun(FixedClock.START.plusSeconds(120)));
        assertEquals(new PostState.Received(1, Optional.of(FixedClock.START.plusSeconds(180)), false),
                begun.begun(FixedClock.START.plusSeconds(180)));
    }

    @Test
    void anAttemptThatBrokeOffIsNoFailure() {
        assertEquals(new PostState.Received(), new PostState.Received().begun(FixedClock.START).brokenOff());
    }
}
