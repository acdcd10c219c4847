package org.clubpost.core.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.Life;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A post goes out while members change their address: each gets it once, on whichever side of the cursor the keys lie. */
final class MovedMembersTest {

    private static final int MEMBERS = 20;
    private static final SubscriberId LOWEST = new SubscriberId("0".repeat(32));
    private static final SubscriberId HIGHEST = new SubscriberId("f".repeat(32));

    private final Delivery delivery = new Delivery(MEMBERS).planned(0);

    private Subscriber.Confirmed now(SubscriberId id) {
        return new Forwarding(delivery.subscribers).member(delivery.news.id(), id).orElseThrow();
    }

    /** Gives whoever has that key now the new one. */
    private void move(SubscriberId from, SubscriberId to) {
        var member = now(from);
        var stored = delivery.subscribers.find(member.list(), member.id()).orElseThrow();
        var there = delivery.subscribers.find(member.list(), to);
        var before = there.flatMap(known -> new Forwarding(delivery.subscribers).elsewhere(known.subscriber(), member));
        var last = member.moves().isEmpty() ? delivery.clock.instant() : member.moves().getLast().at();
        assertTrue(delivery.subscribers.move(stored, there,
                member.at(SampleSubscribers.aPerson(to, "new@address.example"),
                        new Move(member.id(), last.plus(Duration.ofMinutes(1))), before)));
    }

    private long copiesOf(SubscriberId... keys) {
        var copies = delivery.copies();
        return Stream.of(keys).mapToLong(key -> copies.getOrDefault(key, 0L)).sum();
    }

    /** Sends to so many windows and hands on. */
    private void serve(int windows) {
        var seen = new ArrayList<Subscriber.Confirmed>();
        delivery.outbox.answer(mail -> {
            synchronized (seen) {
                seen.add(delivery.members.getFirst());
                if (seen.size() == windows * Delivery.BATCH) {
                    delivery.clock.advance(Duration.ofHours(3));
                }
            }
            return new SendOutcome.Accepted("");
        });
        if (windows > 0) {
            delivery.attempt(0);
        }
        delivery.outbox.answer(_ -> new SendOutcome.Accepted(""));
    }

    private void finish() {
        delivery.clock.advance(Duration.ofHours(1));
        for (var i = 0; i < 20 && !delivery.range(0).isFinished(); i++) {
            delivery.attempt(0);
        }
        assertTrue(delivery.range(0).isFinished());
    }

    @ParameterizedTest
    @CsvSource({"0,0,low", "0,0,high", "2,1,low", "2,1,high", "2,18,low", "2,18,high", "4,1,high", "4,18,low",
            "4,18,high"})
    void whoMovesWhileItGoesOutGetsItOnce(int windows, int index, String side) {
        var old = delivery.members.get(index).id();
        var changed = side.equals("low") ? LOWEST : HIGHEST;
        serve(windows);

        move(old, changed);
        finish();

        assertEquals(1, copiesOf(old, changed));
        delivery.membersWithout(delivery.members.get(index)).forEach(member -> assertEquals(1, copiesOf(member.id())));
        assertEquals(MEMBERS, delivery.outbox.accepted().size());
    }

    @ParameterizedTest
    @CsvSource({"low,high", "high,low", "high,back", "low,back"})
    void whoMovesTwiceGetsItOnce(String first, String second) {
        for (var index = 0; index < MEMBERS; index++) {
            for (var windows = 0; windows < 5; windows++) {
                var test = new MovedMembersTest();
                var old = test.delivery.members.get(index).id();
                var one = first.equals("low") ? LOWEST : HIGHEST;
                var two = second.equals("back") ? old : one.equals(LOWEST) ? HIGHEST : LOWEST;
                test.serve(windows);
                test.move(old, one);
                test.delivery.clock.advance(Duration.ofHours(1));
                test.serve(1);
                test.move(old, two);
                test.finish();

                assertEquals(1, two.equals(old) ? test.copiesOf(old, one) : test.copiesOf(old, one, two),
                        index + " after " + windows);
                assertEquals(MEMBERS, test.delivery.outbox.accepted().size());
            }
        }
    }

    static Stream<Arguments> deaths() {
        var deaths = new ArrayList<Arguments>();
        for (var call = 1; call <= 40; call++) {
            for (var hasEffect : List.of(true, false)) {
                for (var side : List.of(LOWEST, HIGHEST)) {
                    deaths.add(Arguments.of(call, hasEffect, side));
                }
            }
        }
        return deaths.stream();
    }

    /** The worker dies; then the member moves; then another worker goes on. */
    @ParameterizedTest
    @MethodSource("deaths")
    void deathBeforeTheMoveCostsAWindowOfSecondCopiesAtMostAndSkipsNobody(int call, boolean hasEffect,
            SubscriberId changed) {
        for (var index : List.of(0, 3, 4, 9, 19)) {
            var test = new MovedMembersTest();
            var old = test.delivery.members.get(index).id();
            try {
                test.delivery.attempt(test.delivery.deliver(new Life(call, hasEffect)), 0);
            } catch (Life.Ended | UnavailableException | IllegalStateException died) {
                assertTrue(died.getMessage() != null);
            }
            test.delivery.clock.advance(Duration.ofMinutes(10));
            test.move(old, changed);
            test.finish();

            assertTrue(test.copiesOf(old, changed) >= 1, "skipped");
            test.delivery.membersWithout(test.delivery.members.get(index))
                    .forEach(member -> assertTrue(test.copiesOf(member.id()) >= 1, "skipped"));
            assertTrue(test.delivery.outbox.accepted().size() <= MEMBERS + Delivery.BATCH, "more than a window twice");
        }
    }

    @Test
    void oldAddressThatSignsUpAnewGetsWhatIsPlannedAfterThatAndItsFormerOwnerWhatWasBefore() {
        var old = delivery.members.get(18);
        serve(2);
        move(old.id(), HIGHEST);
        var forwarding = delivery.subscribers.find(old.list(), old.id()).orElseThrow();
        var anew = SampleSubscribers.aMember(old.list(), old.person())
                .after(Forwarding.forwards(forwarding.subscriber()));
        delivery.subscribers.replace(forwarding, anew);

        finish();

        assertEquals(1, copiesOf(HIGHEST), "the moved one, at the old place");
        assertEquals(0, copiesOf(old.id()), "the new one came after the post was planned");
        assertEquals(anew, now(old.id()), "the old address is somebody else's now");
        assertEquals(MEMBERS, delivery.outbox.accepted().size());
    }

    @Test
    void whatIsPlannedAfterTheMoveReachesBothAtTheirOwnKeys() {
        var later = new Delivery(MEMBERS);
        var old = later.members.get(18);
        var forwarding = new Subscriber.Moved(old.list(), old.id(), HIGHEST, later.clock.instant().minusSeconds(1));
        later.subscribers.replace(later.subscribers.find(old.list(), old.id()).orElseThrow(),
                old.after(Optional.of(forwarding)));
        later.subscribers
                .create(SampleSubscribers.aMember(old.list(), SampleSubscribers.aPerson(HIGHEST, "n@new.example"))
                        .at(SampleSubscribers.aPerson(HIGHEST, "n@new.example"),
                                new Move(old.id(), forwarding.at()), Optional.empty()));
        later.planned(0);

        while (!later.range(0).isFinished()) {
            later.attempt(0);
        }

        assertEquals(1, later.copies().get(HIGHEST));
        assertEquals(1, later.copies().get(old.id()));
        assertEquals(MEMBERS + 1, later.outbox.accepted().size());
    }

    @Test
    void whoMovedAndLeftGetsNothingAndWhoMovedOutOfTheGroupNeither() {
        var gone = delivery.members.get(18);
        serve(2);
        move(gone.id(), HIGHEST);
        delivery.leave(now(gone.id()));

        finish();

        assertEquals(0, copiesOf(gone.id(), HIGHEST));
        assertEquals(MEMBERS - 1, delivery.outbox.accepted().size());
    }

    @Test
    void secondChanceFollowsTheMember() {
        var member = delivery.members.get(3);
        delivery.outbox.answer(mail -> mail.recipient().equals(member.person().address())
                ? new SendOutcome.Later(Reason.quoted("mailbox full"))
                : new SendOutcome.Accepted(""));
        delivery.attempt(0);
        assertEquals(List.of(member.id()), delivery.ranges.failures(delivery.received.id()).map(Failure::subscriber)
                .toList());
        move(member.id(), HIGHEST);
        delivery.outbox.answer(_ -> new SendOutcome.Accepted(""));

        delivery.clock.advance(Duration.ofDays(1));
        delivery.attempt(org.clubpost.core.delivery.range.RangeRef.SECOND_CHANCES);

        assertEquals(1, copiesOf(HIGHEST));
        assertEquals(0, copiesOf(member.id()));
        assertEquals(List.of(), delivery.ranges.failures(delivery.received.id()).toList());
    }

    @Test
    void failureOfAPlaceIsAboutWhoeverThePostReachedThere() {
        var list = delivery.news.id();
        var old = delivery.members.get(18);
        move(old.id(), HIGHEST);
        var moved = (Subscriber.Moved) delivery.subscribers.find(list, old.id()).orElseThrow().subscriber();
        var forwarding = new Forwarding(delivery.subscribers);
        var anew = SampleSubscribers.aMember(list, old.person()).after(Optional.of(moved));

        assertEquals(Optional.of(now(HIGHEST)), forwarding.failed(moved, moved.at().plusSeconds(9)));
        assertEquals(Optional.of(now(HIGHEST)), forwarding.failed(anew, moved.at().minusSeconds(1)));
        assertEquals(Optional.of(anew), forwarding.failed(anew, moved.at()));
        assertEquals(Optional.empty(),
                forwarding.failed(SampleSubscribers.aFormerMember(list, "gone@example.org"), moved.at()));
    }

    @Test
    void recordsThatLeadInACircleOrNowhereLeadToNobody() {
        var list = delivery.news.id();
        var one = SampleSubscribers.aKey("1a");
        var two = SampleSubscribers.aKey("2b");
        var at = delivery.clock.instant();
        delivery.subscribers.create(new Subscriber.Moved(list, one, two, at));
        var forwarding = new Forwarding(delivery.subscribers);
        assertFalse(forwarding.find(list, one).isPresent());
        delivery.subscribers.create(new Subscriber.Moved(list, two, one, at));
        assertFalse(forwarding.find(list, one).isPresent());
    }

    /** Somebody signed up at an address that a member had in between; what leads over it still leads to that member. */
    @Test
    void recordsLeadOnPastWhoeverSignedUpAtAnAddressInBetween() {
        var list = delivery.news.id();
        var first = delivery.members.get(3).id();
        move(first, LOWEST);
        move(LOWEST, HIGHEST);
        var stored = delivery.subscribers.find(list, LOWEST).orElseThrow();
        var other = SampleSubscribers.aMember(list, SampleSubscribers.aPerson(LOWEST, "bert@address.example"))
                .after(Forwarding.forwards(stored.subscriber()));
        assertTrue(delivery.subscribers.replace(stored, other));

        assertEquals(HIGHEST, now(first).id());
        assertEquals(other, now(LOWEST));
    }

    @Test
    void membersKeepTheirGroupsWithThePlaceOfThePost() {
        var groups = Set.of(new GroupName("board"));
        assertEquals(groups, delivery.members.getFirst().in(groups)
                .at(delivery.members.getFirst().person(), new Move(LOWEST, delivery.clock.instant()), Optional.empty())
                .groups());
    }
}
