package org.clubpost.core.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.SamplePosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store keeps of an errand, and when it is tried again. */
class ErrandTest {

    private static final Errand.Decision DECISION = new Errand.Decision(
            SamplePosts.aPost(SampleLists.aList().id()).id(), Errand.Decision.Wish.REFUSE);
    private static final Errand NEW = Errand.of(SampleLists.aList().id(), FixedClock.START, DECISION);

    private static Errand tried(int times) {
        return Stream.iterate(NEW, errand -> errand.triedAt(FixedClock.START)).skip(times).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 300})
    void isReadAsItWasWrittenHoweverOftenItWasTried(int times) {
        var errand = tried(times);

        assertEquals(errand, Errand.read(errand.list(), errand.due(), errand.about(), Errand.Decision::of));
        assertFalse(DECISION.words().contains("~"));
    }

    @Test
    void waitsGrowFromTenSecondsToAnHour() {
        var waits = Stream.iterate(1, times -> times + 1).limit(12)
                .map(times -> Duration.between(FixedClock.START, tried(times).due()).toSeconds()).toList();

        assertEquals("[10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]", waits.toString());
    }
}
