package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.clubpost.core.admin.CountFlow.Way;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;

class CountFlowTest {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Office office = new Office();
    private final CountFlow count = new CountFlow(office.subscribers);

    private Subscriber.Confirmed joined(String address) {
        var now = office.clock.instant();
        var member = new Subscriber.Confirmed(office.list.id(), SampleSubscribers.aPerson(address),
                new Consent.OwnersWord(now, "a reason"), now, true);
        assertTrue(office.subscribers.create(member));
        return member;
    }

    private CountFlow.Flow counted(int weeks) {
        return count.of(office.list.id(), office.lists.confirmedMembers(office.list.id()), office.clock.instant(),
                ZoneOffset.UTC, weeks);
    }

    @Test
    void weeksTellWhoCameAndWhoWentAndWhy() {
        var first = joined("a@club.example");
        joined("b@club.example");
        office.clock.advance(WEEK);
        office.change(Subscriber.Left.of(first, office.clock.instant(), LeaveWay.PAGE).because(LeaveReason.TOO_MANY));
        joined("c@club.example");

        var flow = counted(2);

        assertTrue(flow.isExact());
        assertEquals(3, flow.looked());
        assertEquals(Map.of(JoinWay.OWNER, 2L), flow.weeks().get(0).joined());
        assertEquals(2, flow.weeks().get(0).members());
        assertEquals(Map.of(JoinWay.OWNER, 1L), flow.weeks().get(1).joined());
        assertEquals(Map.of(Way.TOO_MANY, 1L), flow.weeks().get(1).left());
        assertEquals(2, flow.weeks().get(1).members());
    }

    @Test
    void weekBeginsOnMondayAtTheList() {
        joined("a@club.example");

        for (var week : counted(52).weeks()) {
            assertEquals(1, week.monday().getDayOfWeek().getValue());
        }
        assertEquals(LocalDate.ofInstant(office.clock.instant(), ZoneOffset.UTC).minusWeeks(51).getYear(),
                counted(52).weeks().getFirst().monday().plusDays(6).getYear());
    }

    @Test
    void largeListIsEstimatedFromAPart() {
        for (var i = 0; i < 2_500; i++) {
            joined("member" + i + "@club.example");
        }

        var flow = counted(1);

        assertFalse(flow.isExact());
        assertTrue(flow.looked() > 1_000 && flow.looked() < 1_500, "looked at " + flow.looked());
        assertEquals(2_500, flow.weeks().getFirst().members());
        assertTrue(Math.abs(2_500 - flow.weeks().getFirst().allJoined()) <= 2);
    }
}
