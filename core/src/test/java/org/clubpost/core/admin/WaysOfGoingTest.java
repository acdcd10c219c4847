package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.CountFlow.Way;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.Test;

/** Why people went, who never came, and lists of which only a part is looked at. */
class WaysOfGoingTest {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Office office = new Office();
    private final ListId list = office.list.id();
    private final CountFlow count = new CountFlow(office.subscribers);

    private Subscriber.Confirmed joined(String address) {
        var now = office.clock.instant();
        var member = new Subscriber.Confirmed(list, SampleSubscribers.aPerson(address),
                new Consent.OwnersWord(now, "a reason"), now, true);
        assertTrue(office.subscribers.create(member));
        return member;
    }

    private Subscriber.Left left(Subscriber.Confirmed member) {
        return Subscriber.Left.of(member, office.clock.instant(), LeaveWay.PAGE);
    }

    private CountFlow.Flow counted(long members, int weeks) {
        return count.of(list, members, office.clock.instant(), ZoneOffset.UTC, weeks);
    }

    private CountFlow.Week lastWeek() {
        return counted(office.lists.confirmedMembers(list), 1).weeks().getFirst();
    }

    @Test
    void eachWayOfGoingIsCountedByItself() {
        var ways = new EnumMap<Way, Function<Subscriber.Confirmed, Subscriber>>(Map.of(
                Way.TOO_MANY, member -> left(member).because(LeaveReason.TOO_MANY),
                Way.NOT_MINE, member -> left(member).because(LeaveReason.NOT_MINE),
                Way.MOVED, member -> left(member).because(LeaveReason.MOVED),
                Way.OTHER, member -> left(member).because(LeaveReason.OTHER),
                Way.UNSAID, this::left,
                Way.REMOVED, member -> Subscriber.Removed.of(member, office.clock.instant(), Office.OWNER),
                Way.BOUNCING, member -> Subscriber.Suppressed.of(member, office.clock.instant(),
                        new Stopped.Bouncing(BounceReason.USER_UNKNOWN)),
                Way.COMPLAINED, member -> Subscriber.Suppressed.of(member, office.clock.instant(),
                        new Stopped.Complaint())));
        assertEquals(List.of(Way.values()), List.copyOf(ways.keySet()));
        for (var way : ways.entrySet()) {
            var member = joined(way.getKey().name().toLowerCase(Locale.ROOT) + "@club.example");
            office.clock.advance(WEEK);
            office.change(way.getValue().apply(member));

            assertEquals(Map.of(way.getKey(), 1L), lastWeek().left());
            assertEquals(Map.of(), lastWeek().joined());
        }
    }

    /** Somebody erased or moved may still have a record, and so does a request. */
    @Test
    void whoIsNoMemberAndWasNoneIsLookedAtAndNotCounted() {
        var request = SampleSubscribers.aPending(list, "asks@club.example");
        var consent = new Consent.DoubleOptIn(request.form(), request.wording(), request.requested(),
                request.requested(), request.links().getFirst());
        for (var each : List.of(request,
                new Subscriber.Applied(list, SampleSubscribers.aPerson("waits@club.example"), consent, request.past()),
                new Subscriber.Moved(list, SampleSubscribers.aKey("01"), SampleSubscribers.aKey("02"),
                        office.clock.instant()),
                new Subscriber.Forgotten(list, SampleSubscribers.aKey("03"), office.clock.instant(),
                        ForgetWay.PERSON))) {
            assertTrue(office.subscribers.create(each));
        }

        var flow = counted(0, 1);

        assertEquals(new CountFlow.Flow(List.of(new CountFlow.Week(flow.weeks().getFirst().monday(), Map.of(), Map.of(),
                0)), 4, true), flow);
    }

    @Test
    void howPeopleCameIsToldByTheirConsent() {
        var request = SampleSubscribers.aPending(list, "asked@club.example");
        joined("paper@club.example");
        office.subscribers.create(new Subscriber.Confirmed(list, request.person(), new Consent.DoubleOptIn(
                request.form(), request.wording(), request.requested(), request.requested(),
                request.links().getFirst()), office.clock.instant(), true));
        office.subscribers.create(new Subscriber.Confirmed(list, SampleSubscribers.aPerson("account@club.example"),
                new Consent.AccountSignUp("service", "yes", office.clock.instant()), office.clock.instant(), true));

        assertEquals(Map.of(JoinWay.OWNER, 1L, JoinWay.FORM, 1L, JoinWay.ACCOUNT, 1L), lastWeek().joined());
    }

    /** A Sunday evening in UTC is a Monday in Tokyo. */
    @Test
    void weekIsThatOfTheListsClock() {
        office.clock.set(Instant.parse("2026-03-08T20:00:00Z"));
        joined("a@club.example");

        var there = count.of(list, 1, office.clock.instant(), ZoneId.of("Asia/Tokyo"), 1).weeks().getFirst();

        assertEquals(LocalDate.of(2026, 3, 2), lastWeek().monday());
        assertEquals(LocalDate.of(2026, 3, 9), there.monday());
        assertEquals(1, there.allJoined());
    }

    @Test
    void fewMembersAmongManyFormerOnesAreEstimated() {
        var now = office.clock.instant();
        IntStream.range(0, 11_000).forEach(i -> {
            var member = SampleSubscribers.aMember(list, "m" + i + "@club.example");
            office.subscribers.create(i % 11 == 0 ? member : Subscriber.Removed.of(member, now, new Actor.Unknown()));
        });

        var flow = counted(1_000, 1);

        assertFalse(flow.isExact());
        assertEquals(10_000, flow.looked());
        assertTrue(Math.abs(11_000 - flow.weeks().getFirst().allJoined()) < 800);
        assertTrue(Math.abs(10_000 - flow.weeks().getFirst().allLeft()) < 800);
    }

    /** Nothing tells how many they stand for, so they stand for themselves. */
    @Test
    void partWithoutAnyMemberIsCountedAsItIs() {
        office.subscribers.create(SampleSubscribers.aMember(list,
                SampleSubscribers.aPerson(SampleSubscribers.aKey("ff"), "far@club.example")));
        office.subscribers.create(left(SampleSubscribers.aMember(list,
                SampleSubscribers.aPerson(SampleSubscribers.aKey("00"), "near@club.example"))));

        var flow = counted(1_000_000, 1);

        assertFalse(flow.isExact());
        assertEquals(1, flow.looked());
        assertEquals(1, flow.weeks().getFirst().allLeft());
        assertEquals(1_000_000, flow.weeks().getFirst().members());
    }
}
