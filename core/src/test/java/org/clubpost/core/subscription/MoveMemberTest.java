package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.MoveMember.Result.AWAY;
import static org.clubpost.core.subscription.MoveMember.Result.MOVED;
import static org.clubpost.core.subscription.MoveMember.Result.MOVED_BEFORE;
import static org.clubpost.core.subscription.MoveMember.Result.NOT_TAKEN;
import static org.clubpost.core.subscription.MoveMember.Result.NO_MEMBER;
import static org.clubpost.core.subscription.MoveMember.Result.WAS_MEMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Rival;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An owner mends an address, more than once, back again, and where somebody else is. */
class MoveMemberTest {

    private static final EmailAddress A = EmailAddress.of("a@club.example");
    private static final EmailAddress B = EmailAddress.of("b@club.example");
    private static final EmailAddress C = EmailAddress.of("c@club.example");
    /** More than the least time between two changes. */
    private static final Duration HOUR = Duration.ofHours(1);

    private final FixedClock clock = new FixedClock();
    private final MailingList list = SampleLists.aList();
    private final InMemoryLists lists = new InMemoryLists();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final MoveMember move = in(subscribers);

    private static MoveMember in(Subscribers stored) {
        return new MoveMember(stored, SampleSubscribers.IDS);
    }

    @BeforeEach
    void memberIsAtA() {
        lists.create(list);
        subscribers.create(at(A));
    }

    private Subscriber.Confirmed at(EmailAddress address) {
        return SampleSubscribers.aMember(list.id(), address.written());
    }

    private Subscriber find(EmailAddress address) {
        return subscribers.find(list.id(), SampleSubscribers.IDS.of(address)).orElseThrow().subscriber();
    }

    private void replace(Subscriber changed) {
        assertTrue(subscribers.replace(subscribers.find(list.id(), changed.id()).orElseThrow(), changed));
    }

    private MoveMember.Result mend(EmailAddress from, EmailAddress to) {
        clock.advance(HOUR);
        return move.mend(list, SampleSubscribers.IDS.of(from), to, clock.instant());
    }

    private MoveMember.Result takeBack(EmailAddress from, EmailAddress mended) {
        clock.advance(HOUR);
        return move.takeBack(list, SampleSubscribers.IDS.of(from), SampleSubscribers.IDS.of(mended), from,
                clock.instant());
    }

    @Test
    void mendingTwiceIsMendingOnce() {
        assertEquals(MOVED, mend(A, B));
        var mended = find(B);

        assertEquals(MOVED_BEFORE, mend(A, B));
        assertEquals(mended, find(B));
    }

    @Test
    void whoWentElsewhereOrIsNotThereIsNotMended() {
        assertEquals(NO_MEMBER, mend(B, C));
        assertEquals(MOVED, mend(A, B));
        assertEquals(NO_MEMBER, mend(A, C));

        replace(new Subscriber.Forgotten(list.id(), find(B).id(), clock.instant(), ForgetWay.PERSON));
        assertEquals(NO_MEMBER, mend(B, C));
        assertTrue(subscribers.find(list.id(), SampleSubscribers.IDS.of(C)).isEmpty());
    }

    /** A way of changes that gets longer than links follow it would lose the member. */
    @Test
    void addressIsMendedTenTimesAndThenNotForAWhile() {
        var from = A;
        for (var i = 0; i < 10; i++) {
            var to = EmailAddress.of("m" + i + "@club.example");
            assertEquals(MOVED, mend(from, to));
            from = to;
        }

        assertEquals(NOT_TAKEN, mend(from, C));
        assertEquals(from, assertInstanceOf(Subscriber.Confirmed.class, find(from)).person().address());
        clock.advance(UndoAddress.OPEN_FOR);
        assertEquals(MOVED, mend(from, C));
    }

    @Test
    void addressOfWhoeverLeftOrMustNotBeWrittenToStaysTheirs() {
        for (var away : List.of(SampleSubscribers.aFormerMember(list.id(), "left@club.example"),
                SampleSubscribers.aSuppressed(list.id(), "stopped@club.example"))) {
            subscribers.create(away);

            assertEquals(AWAY, mend(A, away.person().address()));
            assertEquals(away, find(away.person().address()));
        }
        assertEquals(at(A), find(A));
    }

    /** Whoever an owner took off an owner may bring back, so the address is free. */
    @Test
    void addressThatAnOwnerTookOffIsFree() {
        subscribers.create(Subscriber.Removed.of(at(B), clock.instant(), new Actor.Unknown()));

        assertEquals(MOVED, mend(A, B));

        assertEquals(at(A).consent(), assertInstanceOf(Subscriber.Confirmed.class, find(B)).consent());
    }

    @Test
    void addressThatAnotherMemberHadBeforeIsFreeAndTheirWayStays() {
        assertEquals(MOVED, mend(A, B));
        subscribers.create(at(C));

        assertEquals(MOVED, mend(C, A));

        var here = assertInstanceOf(Subscriber.Confirmed.class, find(A));
        assertEquals(find(B).id(), here.before().orElseThrow().to());
        assertEquals(NO_MEMBER, takeBack(A, C));
    }

    @Test
    void changeIsTakenBackOnceAndOnlyWhileItIsTheLast() {
        mend(A, B);
        assertEquals(NO_MEMBER, takeBack(A, C));

        assertEquals(MOVED, takeBack(A, B));
        assertEquals(A, assertInstanceOf(Subscriber.Confirmed.class, find(A)).person().address());
        assertEquals(NO_MEMBER, takeBack(A, B));
    }

    @Test
    void changeBeforeTheLastIsNotTakenBack() {
        mend(A, B);
        mend(B, C);
        assertEquals(NO_MEMBER, takeBack(A, B));

        mend(C, B);
        assertEquals(NO_MEMBER, takeBack(A, B), "the last change came from C");
        assertEquals(B, assertInstanceOf(Subscriber.Confirmed.class, find(B)).person().address());
    }

    @Test
    void whoIsQuickerAtTheNewAddressStaysThere() {
        var rival = new Rival("move", () -> subscribers.create(at(B)));

        assertEquals(WAS_MEMBER, in(rival.of(Subscribers.class, subscribers)).mend(list, at(A).id(), B,
                clock.instant()));

        assertEquals(at(A), find(A));
        assertEquals(at(B), find(B));
    }

    @Test
    void whoIsQuickerAtTheOldAddressStaysThere() {
        mend(A, B);
        var rival = new Rival("move", () -> replace(at(A)));
        clock.advance(HOUR);

        assertEquals(NO_MEMBER, in(rival.of(Subscribers.class, subscribers)).takeBack(list, at(A).id(), at(B).id(), A,
                clock.instant()));

        assertEquals(at(A), find(A));
        assertInstanceOf(Subscriber.Confirmed.class, find(B));
    }
}
