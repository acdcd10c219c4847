package org.clubpost.cli.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clubpost.cli.installation.Door;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.core.subscription.Membership.Tally;
import org.junit.jupiter.api.Test;

final class IntakeTest {

    private static final List<Newcomer> PEOPLE = IntStream.range(0, 2 * Intake.BATCH + 5)
            .mapToObj(i -> new Newcomer(EmailAddress.of("m" + i + "@club.example"), PersonName.NONE)).toList();

    private final InMemorySubscribers subscribers = new InMemorySubscribers(new InMemoryLists(SampleLists.aList()));
    private final Intake intake = intake();

    private Intake intake() {
        var members = new KeepMembers(subscribers, SampleSubscribers.IDS, new InMemoryActLog(), new FixedClock());
        return new Intake(Door.done(members.bringIn(Door.OPERATOR, SampleLists.aList(), "on paper")), PEOPLE);
    }

    @Test
    void everybodyComesInPartByPart() {
        for (var done : List.of(Intake.BATCH, 2 * Intake.BATCH, PEOPLE.size())) {
            assertFalse(intake.isOver());
            intake.next();
            assertEquals(done, intake.done());
        }
        assertTrue(intake.isOver());
        assertEquals(new Tally(PEOPLE.size(), 0, 0), intake.tally());
    }

    @Test
    void whatStopsHalfWaySaysHowFarItGotAndIsRunAgain() {
        intake.next();

        assertEquals("Stopped when 2000 of 4005 people were through. Run the same command again for the others: who is "
                + "in stays as they are.", intake.stopped());
        var again = intake();
        assertTrue(again.stopped().startsWith("Stopped. Perhaps some of the first 2000 of 4005 people are in."));
        while (!again.isOver()) {
            again.next();
        }
        assertEquals(new Tally(PEOPLE.size() - Intake.BATCH, Intake.BATCH, 0), again.tally());
    }

    @Test
    void interruptionSaysHowFarItGot() {
        var said = new ArrayList<String>();
        try (var early = new Interruption(said::add)) {
            early.end();
            assertTrue(early.isWanted());
        }
        var late = new Interruption(said::add);
        late.begin(intake);
        intake.next();
        assertFalse(late.isWanted());
        late.close();
        late.end();

        assertEquals(List.of("Stopped before anybody was brought in.", intake.stopped()), said);
    }
}
