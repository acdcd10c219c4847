package org.clubpost.core.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.Rival;
import org.clubpost.core.act.Actor;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.WayBack;
import org.junit.jupiter.api.Test;

class ForgetFormerTest {

    private static final int ROUND = 64;

    private final FixedClock clock = new FixedClock();
    private final MailingList list = SampleLists.aList(new ListId("news"));
    private final InMemoryLists lists = new InMemoryLists(list);
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final ForgetFormer forget = new ForgetFormer(lists, subscribers, clock);

    private int round() {
        var done = 0;
        for (var hour = 0; hour < ROUND; hour++) {
            done += forget.run();
            clock.advance(Duration.ofHours(1));
        }
        return done;
    }

    private Subscriber now(Subscriber subscriber) {
        return subscribers.find(list.id(), subscriber.id()).orElseThrow().subscriber();
    }

    @Test
    void whoLeftAndWhoWasTakenOffAreForgottenAfterTheTimeOfTheList() {
        var members = SampleSubscribers.members(list.id(), 200);
        var left = Subscriber.Left.of(members.get(0), clock.instant(), LeaveWay.PAGE);
        var removed = Subscriber.Removed.of(members.get(199), clock.instant(), new Actor.Operator());
        subscribers.with(List.of(left, removed)).with(members.subList(1, 199));
        lists.replace(lists.find(list.id()).orElseThrow(),
                list.with(list.people().withForgetAfter(Duration.ofDays(40))));

        assertEquals(0, round());
        clock.advance(Duration.ofDays(12));
        assertEquals(2, round(), "what was kept to bring them back goes");
        assertEquals(left.with(new WayBack.Closed()), now(left));
        assertEquals(removed.with(new WayBack.Closed()), now(removed));
        clock.advance(Duration.ofDays(18));
        assertEquals(0, round());
        clock.advance(Duration.ofDays(2));
        assertEquals(2, round());
        assertEquals(0, round());

        assertEquals(ForgetWay.TIME, assertInstanceOf(Subscriber.Forgotten.class, now(left)).way());
        assertInstanceOf(Subscriber.Forgotten.class, now(removed));
        assertEquals(198, subscribers.all(list.id()).filter(Subscriber.Confirmed.class::isInstance).count());
    }

    @Test
    void requestOfAFormerMemberThatRanOutGivesWayToWhatWasBefore() {
        var left = SampleSubscribers.aFormerMember(list.id(), "anna@club.example");
        var request = SampleSubscribers.aPending(list.id(), "anna@club.example").with(new Past.FormerMember(left));
        var strangers = SampleSubscribers.aPending(list.id(), "bert@club.example");
        subscribers.with(List.of(request, strangers));

        assertEquals(0, round(), "not before a fresh link can no longer be sent");
        clock.advance(Subscriber.Pending.KEPT);
        assertEquals(1, round());

        assertEquals(left, now(left));
        assertEquals(strangers, now(strangers), "the table removes it by itself");
    }

    @Test
    void whoeverIsNotWrittenToIsForgottenToo() {
        var stopped = SampleSubscribers.aSuppressed(list.id(), "b@club.example");
        subscribers.with(List.of(stopped));
        clock.advance(list.people().forgetAfter().minus(Duration.ofDays(4)));
        assertEquals(0, round());
        assertEquals(stopped, now(stopped));
        clock.advance(Duration.ofDays(2));
        assertEquals(1, round());
        assertInstanceOf(Subscriber.Forgotten.class, now(stopped));
    }

    @Test
    void whatStaysIsLeftAlone() {
        clock.advance(Duration.ofDays(40_000));
        var stay = List.of(SampleSubscribers.aMember(list.id(), "a@club.example"),
                new Subscriber.Moved(list.id(), SampleSubscribers.aKey("0a"), SampleSubscribers.aKey("0b"),
                        FixedClock.START),
                new Subscriber.Forgotten(list.id(), SampleSubscribers.aKey("0c"), FixedClock.START, ForgetWay.PERSON));
        subscribers.with(stay);

        assertEquals(0, round());
        stay.forEach(each -> assertEquals(each, now(each)));
    }

    @Test
    void whoDiesHalfWayForgetsTheOthersInTheNextRound() {
        for (var call = 1; call <= 40; call++) {
            for (var hasItsEffect : List.of(false, true)) {
                new ForgetFormerTest().dies(call, hasItsEffect);
            }
        }
    }

    private void dies(int call, boolean hasItsEffect) {
        for (var member : SampleSubscribers.members(list.id(), 5)) {
            subscribers.create(Subscriber.Left.of(member, clock.instant(), LeaveWay.PAGE));
        }
        clock.advance(Duration.ofDays(731));
        var life = new Life(call, hasItsEffect);
        var mortal = new ForgetFormer(lists, life.of(Subscribers.class, subscribers), clock);
        assertThrows(Life.Ended.class, () -> {
            for (var hour = 0; hour < ROUND; hour++) {
                mortal.run();
                clock.advance(Duration.ofHours(1));
            }
        });

        round();

        assertEquals(5, subscribers.all(list.id()).filter(Subscriber.Forgotten.class::isInstance).count());
    }

    @Test
    void wayBackUnderANewRequestIsClosedToo() {
        var members = SampleSubscribers.members(list.id(), 2);
        var removed = Subscriber.Removed.of(members.getFirst(), clock.instant(), new Actor.Operator());
        var left = Subscriber.Left.of(members.getLast(), clock.instant(), LeaveWay.PAGE);
        clock.advance(WayBack.OPEN_FOR);
        var until = clock.instant().plus(Duration.ofDays(365));
        var old = SampleSubscribers.aPending(list.id(), members.getFirst().person().address().written());
        var request = new Subscriber.Pending(list.id(), old.person(), old.links(), old.form(), old.wording(),
                old.requested(), until).with(new Past.FormerMember(removed));
        var applied = applied(list.id(), members.getLast().person().address().written())
                .with(new Past.FormerMember(left));
        subscribers.with(List.of(request, applied));

        assertEquals(2, round());
        assertEquals(0, round());

        assertEquals(request.with(new Past.FormerMember(removed.with(new WayBack.Closed()))), now(request));
        assertEquals(applied.with(new Past.FormerMember(left.with(new WayBack.Closed()))), now(applied));
    }

    @Test
    void recordsThatLeadToSomebodyForgottenAreForgottenAsWell() {
        var first = SampleSubscribers.aKey("0a");
        var second = SampleSubscribers.aKey("0b");
        var end = SampleSubscribers.aKey("0c");
        var alive = SampleSubscribers.aMember(list.id(), "a@club.example");
        var leads = new Subscriber.Moved(list.id(), SampleSubscribers.aKey("0d"), alive.id(), FixedClock.START);
        subscribers.with(List.of(new Subscriber.Moved(list.id(), first, second, FixedClock.START),
                new Subscriber.Moved(list.id(), second, end, FixedClock.START), alive, leads,
                new Subscriber.Forgotten(list.id(), end, FixedClock.START, ForgetWay.PERSON)));

        round();
        round();

        for (var key : List.of(first, second)) {
            assertEquals(new Subscriber.Forgotten(list.id(), key, FixedClock.START, ForgetWay.PERSON),
                    subscribers.find(list.id(), key).orElseThrow().subscriber());
        }
        assertEquals(leads, now(leads));
        assertEquals(0, round());
    }

    private int runWhile(Runnable meanwhile) {
        var hurried = new ForgetFormer(lists, new Rival("replace", meanwhile).of(Subscribers.class, subscribers),
                clock);
        var done = 0;
        for (var hour = 0; hour < ROUND; hour++) {
            done += hurried.run();
            clock.advance(Duration.ofHours(1));
        }
        return done;
    }

    @Test
    void whoComesBackAtTheLastMomentStays() {
        var member = SampleSubscribers.aMember(list.id(), "a@club.example");
        var left = Subscriber.Left.of(member, clock.instant(), LeaveWay.PAGE);
        subscribers.with(List.of(left));
        clock.advance(list.people().forgetAfter());

        runWhile(() -> subscribers.replace(subscribers.find(list.id(), left.id()).orElseThrow(), member));

        assertEquals(member, now(member));
    }

    @Test
    void whoGivesAReasonAtTheLastMomentIsForgottenAllTheSame() {
        var left = Subscriber.Left.of(SampleSubscribers.aMember(list.id(), "a@club.example"), clock.instant(),
                LeaveWay.PAGE);
        subscribers.with(List.of(left));
        clock.advance(list.people().forgetAfter());

        assertEquals(1, runWhile(() -> subscribers.replace(subscribers.find(list.id(), left.id()).orElseThrow(),
                left.because(LeaveReason.OTHER))));

        assertInstanceOf(Subscriber.Forgotten.class, now(left));
    }

    private static Subscriber.Applied applied(ListId list, String address) {
        var person = SampleSubscribers.aPerson(address);
        var origin = SampleSubscribers.ORIGIN;
        return new Subscriber.Applied(list, person,
                new Consent.DoubleOptIn("/subscribe", "00", origin, origin, TokenDigest.of("link")),
                new Past.Stranger());
    }
}
