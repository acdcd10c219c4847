package org.clubpost.function.moderate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;
import org.junit.jupiter.api.Test;

class RoundTest {

    private final FunctionLog log = new FunctionLog("round");
    private final List<String> done = new ArrayList<>();

    @Test
    void postsOfAllStepsAreCounted() {
        assertEquals(5, new Round(log, List.of(_ -> 2, _ -> 0, _ -> 3)).run(new SampleContext()));
    }

    @Test
    void stepThatFailsKeepsNoneFromBeingDoneAndFailsTheRound() {
        var round = new Round(log, List.of(_ -> {
            throw new UnavailableException("the queue cannot be read", new IllegalStateException("anna@club.example"));
        }, _ -> done.add("posts") ? 1 : 0));

        var failure = assertThrows(UnavailableException.class, () -> round.run(new SampleContext()));

        assertEquals(List.of("posts"), done);
        assertNull(failure.getCause(), "the runtime would log it");
    }
}
