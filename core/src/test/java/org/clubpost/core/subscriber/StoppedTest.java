package org.clubpost.core.subscriber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.Test;

class StoppedTest {

    @Test
    void everyReasonIsReadAsItIsWritten() {
        for (var reason : BounceReason.values()) {
            var stopped = new Stopped.Bouncing(reason);
            assertEquals(stopped, Stopped.parse(stopped.written()));
        }
        assertEquals(new Stopped.Complaint(), Stopped.parse(new Stopped.Complaint().written()));
    }

    @Test
    void whatOnlyAnotherVersionKnowsHasNoReason() {
        var unknown = new Stopped.Bouncing(BounceReason.UNDEFINED);
        assertEquals(unknown, Stopped.parse("the address does not exist"));
        assertEquals(unknown, Stopped.parse("bouncing by-pigeon"));
    }
}
