package org.clubpost.core.delivery;

import static org.clubpost.core.delivery.Delivery.BATCH;
import static org.clubpost.core.delivery.Delivery.oneEach;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.Life;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.list.QuietHours;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Members who pause get no copies, whatever else happens to the post. */
final class PausesTest {

    private static Optional<LocalDate> tomorrow(Delivery delivery) {
        return Optional.of(LocalDate.ofInstant(delivery.clock.instant(), ZoneOffset.UTC).plusDays(1));
    }

    private static Tally done(Delivery delivery) {
        return assertInstanceOf(PostState.Done.class, delivery.state()).tally();
    }

    @Test
    void whoPausesGetsNoCopyAndCountsNowhere() {
        var delivery = new Delivery(3 * BATCH).planned(0);
        var paused = List.of(delivery.members.get(0), delivery.members.get(BATCH - 1),
                delivery.members.get(3 * BATCH - 1));
        paused.forEach(member -> delivery.pause(member, tomorrow(delivery)));

        delivery.attempt(0);

        var rest = delivery.members.stream().filter(member -> !paused.contains(member)).toList();
        assertEquals(oneEach(rest), delivery.copies());
        assertEquals(new Tally(rest.size(), 0), done(delivery));
        assertEquals(0, delivery.ranges.failures(delivery.received.id()).count());
    }

    @Test
    void whenEverybodyPausesThePostIsDone() {
        var delivery = new Delivery(2 * BATCH).planned(1);
        delivery.members.forEach(member -> delivery.pause(member, tomorrow(delivery)));

        delivery.attempt(0);
        delivery.attempt(1);

        assertEquals(Tally.NONE, done(delivery));
    }

    @Test
    void pauseEndsByItselfWhereTheListsDayBegins() {
        var delivery = new Delivery(2).planned(0);
        delivery.lists.replace(delivery.news, delivery.news.with(Dispatch.DEFAULT.withQuiet(
                QuietHours.parse("22:00-07:00 Pacific/Auckland").orElseThrow())));
        var zone = QuietHours.parse("22:00-07:00 Pacific/Auckland").orElseThrow().zone();
        var today = LocalDate.ofInstant(delivery.clock.instant(), zone);
        delivery.pause(delivery.members.get(0), Optional.of(today));
        delivery.pause(delivery.members.get(1), Optional.of(today.plusDays(1)));

        delivery.attempt(0);

        assertEquals(oneEach(List.of(delivery.members.getFirst())), delivery.copies());
    }

    @Test
    void whoBeginsToPauseInBetweenGetsNoSecondChanceAndIsNoFailure() {
        var delivery = new Delivery(BATCH).planned(0);
        var pausing = delivery.members.get(2);
        delivery.outbox.answer(mail -> mail.recipient().equals(pausing.person().address())
                ? new SendOutcome.Later(Reason.quoted("mailbox full"))
                : new SendOutcome.Accepted(""));
        delivery.attempt(0);
        delivery.pause(pausing, tomorrow(delivery));
        delivery.clock.advance(Duration.ofMinutes(1));

        delivery.attempt(RangeRef.SECOND_CHANCES);

        assertEquals(oneEach(delivery.membersWithout(pausing)), delivery.copies());
        assertEquals(new Tally(BATCH - 1, 0), done(delivery));
    }

    static Stream<Arguments> livesAndMembers() {
        return IntStream.rangeClosed(1, 40).boxed().flatMap(call -> Stream.of(true, false).flatMap(
                effect -> IntStream.of(0, BATCH, 2 * BATCH + 1).mapToObj(who -> Arguments.of(call, effect, who))));
    }

    /** The post is in flight when one begins to pause, and another one's pause ends; the worker dies in between. */
    @ParameterizedTest
    @MethodSource("livesAndMembers")
    void whoeverPausesOrGoesOnInFlightGetsOneCopyAtMostAndNobodyElseIsSkipped(int call, boolean effect, int who) {
        var delivery = new Delivery(3 * BATCH).planned(0).oneAtATime();
        var pausing = delivery.members.get(who);
        var goingOn = delivery.members.get(who + 1);
        delivery.pause(goingOn, tomorrow(delivery));
        var life = new Life(call, effect);
        try {
            delivery.attempt(delivery.deliver(life), 0);
        } catch (Life.Ended died) {
            delivery.clock.advance(Duration.ofMinutes(10));
        }
        delivery.pause(pausing, tomorrow(delivery));
        delivery.pause(goingOn, Optional.empty());
        var before = delivery.copies();
        delivery.attempt(0);
        delivery.pause(pausing, Optional.empty());
        delivery.attempt(0);

        var sent = delivery.copies();
        delivery.membersWithout(pausing, goingOn).forEach(member -> {
            // A worker that dies in a window sends that window again; it is no more than without pauses.
            var copies = sent.getOrDefault(member.id(), 0L);
            assertEquals(copies > 1 && life.isOver() ? copies : 1, copies, member.person().address().ascii());
        });
        assertEquals(before.getOrDefault(pausing.id(), 0L), sent.getOrDefault(pausing.id(), 0L));
        assertEquals(sent.getOrDefault(goingOn.id(), 0L) > 0 ? 1 : 0, sent.getOrDefault(goingOn.id(), 0L));
        assertInstanceOf(PostState.Done.class, delivery.state());
    }
}
