package org.clubpost.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.outbox.SendPermits.Permit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PacedPermitsTest {

    private static final double RESERVE = 0.2;

    private final FixedClock clock = new FixedClock();
    private final InMemorySharedRate shared = new InMemorySharedRate();

    private PacedPermits worker(SendQuotas quotas) {
        return new PacedPermits(quotas, shared, RESERVE, new Random(1));
    }

    private PacedPermits worker(double perSecond) {
        return worker(() -> SendQuota.ofRate(perSecond));
    }

    /** How many copies go out until then, by somebody who waits as long as they are told. */
    private int sendUntil(PacedPermits permits, Instant end) {
        var sent = 0;
        while (clock.instant().isBefore(end)) {
            switch (permits.take(clock.instant())) {
                case Permit.Granted _ -> sent++;
                case Permit.NotBefore(var until) -> {
                    assertTrue(until.isAfter(clock.instant()));
                    clock.set(until);
                }
                case Permit.DaySpent _ -> throw new AssertionError("no day here");
            }
        }
        return sent;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 14, 200, 1000})
    void rateIsUsedButForWhatIsKeptBack(int perSecond) {
        var sent = sendUntil(worker(perSecond), clock.instant().plusSeconds(60));

        assertEquals(60L * Math.max(1, (int) (perSecond * (1 - RESERVE))), sent);
    }

    @Test
    void whenTheSecondIsUsedUpTheCounterIsNotAskedAgain() {
        var asked = new AtomicInteger();
        var permits = new PacedPermits(() -> SendQuota.ofRate(100), (_, _, _) -> {
            asked.incrementAndGet();
            return 0;
        }, RESERVE, new Random(1));

        var first = assertInstanceOf(Permit.NotBefore.class, permits.take(clock.instant()));
        for (var thread = 0; thread < 10; thread++) {
            assertEquals(first, permits.take(clock.instant()));
        }

        assertEquals(1, asked.get());
    }

    @Test
    void workersShareTheRateAboutEvenly() {
        var workers = List.of(worker(200), worker(200), worker(200));
        var sent = new int[3];
        var end = clock.instant().plusSeconds(30);
        while (clock.instant().isBefore(end)) {
            var waiting = new ArrayList<Instant>();
            for (var i = 0; i < 3; i++) {
                switch (workers.get(i).take(clock.instant())) {
                    case Permit.Granted _ -> sent[i]++;
                    case Permit.NotBefore(var until) -> waiting.add(until);
                    case Permit.DaySpent _ -> throw new AssertionError("no day here");
                }
            }
            if (waiting.size() == 3) {
                clock.set(waiting.stream().min(Instant::compareTo).orElseThrow());
            }
        }

        assertEquals(30 * 160, sent[0] + sent[1] + sent[2]);
        for (var share : sent) {
            assertTrue(share > 30 * 160 / 5 && share < 30 * 160 / 2, "share: " + share);
        }
    }

    @Test
    void whoIsTooFastSlowsDownAndGetsFasterAgain() {
        var permits = worker(100);
        var before = sendUntil(permits, clock.instant().plusSeconds(10));
        for (var i = 0; i < 5; i++) {
            permits.slowDown(clock.instant());
            assertInstanceOf(Permit.NotBefore.class, permits.take(clock.instant()));
        }
        var after = sendUntil(permits, clock.instant().plusSeconds(10));
        var muchLater = clock.instant().plusSeconds(60);
        sendUntil(permits, muchLater);
        var inTheEnd = sendUntil(permits, muchLater.plusSeconds(10));

        assertEquals(800, before);
        assertTrue(after < 300, "after: " + after);
        assertEquals(800, inTheEnd);
    }

    @Test
    void evenTheSlowestSendsOneASecond() {
        var permits = worker(14);
        for (var i = 0; i < 100; i++) {
            permits.slowDown(clock.instant());
        }

        assertTrue(sendUntil(permits, clock.instant().plusSeconds(10)) >= 8);
    }

    @Test
    void daysRestIsSpentButForWhatIsKeptBack() {
        var permits = worker(() -> new SendQuota(10_000, 1000, 780));

        for (var i = 0; i < 20; i++) {
            assertEquals(new Permit.Granted(), permits.take(clock.instant()));
        }
        assertEquals(new Permit.DaySpent(), permits.take(clock.instant()));
    }

    @Test
    void dayThatIsSpentComesBackWhenTheProviderSaysSo() {
        var asked = new AtomicInteger();
        var permits = worker(() -> new SendQuota(14, 1000, asked.getAndIncrement() == 0 ? 1000 : 0));
        assertEquals(new Permit.DaySpent(), permits.take(clock.instant()));
        clock.advance(Duration.ofSeconds(59));
        assertEquals(new Permit.DaySpent(), permits.take(clock.instant()));

        clock.advance(Duration.ofSeconds(1));

        assertEquals(new Permit.Granted(), permits.take(clock.instant()));
        assertEquals(2, asked.get());
    }

    @Test
    void whileTheProviderDoesNotSayWhatItSaidBeforeCounts() {
        var asked = new AtomicInteger();
        var permits = worker(() -> {
            if (asked.getAndIncrement() > 0) {
                throw new UnavailableException("no answer");
            }
            return new SendQuota(10, 1000, 0);
        });

        assertEquals(8 * 90, sendUntil(permits, clock.instant().plusSeconds(90)));
        var rest = 0;
        for (var permit = permits.take(clock.instant()); !(permit instanceof Permit.DaySpent); permit = permits
                .take(clock.instant())) {
            rest += permit instanceof Permit.Granted ? 1 : 0;
            clock.advance(Duration.ofMillis(500));
        }
        assertEquals(80, rest);
    }

    @Test
    void providerThatNeverSaysIsTriedWithSomeCare() {
        var permits = worker(() -> {
            throw new UnavailableException("no answer");
        });

        assertEquals(4000, sendUntil(permits, clock.instant().plusSeconds(10)));
    }

    @Test
    void providerWithoutLimitsHasNone() {
        var permits = SendPermits.unlimited();
        permits.slowDown(clock.instant());

        for (var i = 0; i < 10_000; i++) {
            assertEquals(new Permit.Granted(), permits.take(clock.instant()));
        }
        assertEquals(Double.POSITIVE_INFINITY, SendQuota.ofRate(5).left(0.2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 2, Double.NaN})
    void reserveIsAShare(double reserve) {
        assertThrows(IllegalArgumentException.class,
                () -> new PacedPermits(() -> SendQuota.ofRate(1), shared, reserve, new Random(1)));
    }

    @Test
    void quotaMakesSense() {
        assertThrows(IllegalArgumentException.class, () -> new SendQuota(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new SendQuota(Double.NaN, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new SendQuota(1, -1, 1));
        assertThrows(IllegalArgumentException.class, () -> new SendQuota(1, 1, -1));
        assertEquals(0, new SendQuota(1, 10, 20).left(0.2));
    }

    // Nobody waits for somebody else's question

    /** Somebody who is asking, and gets the answer when another has gone on. */
    private static final class Asking {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answered = new CountDownLatch(1);

        void hold() {
            asked.countDown();
            try {
                assertTrue(answered.await(1, TimeUnit.MINUTES), "the other never went on");
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }

        /** What the first gets that is held, after the second went on. */
        Permit whileHeld(Callable<Permit> first, Callable<Permit> second, Consumer<Permit> check) throws Exception {
            try (var thread = Executors.newSingleThreadExecutor()) {
                var held = thread.submit(first);
                asked.await();
                check.accept(second.call());
                answered.countDown();
                return held.get();
            }
        }
    }

    @Test
    void whileOneAsksForTheQuotaTheFirstTimeOthersComeAgainSoon() throws Exception {
        var asking = new Asking();
        var permits = worker(() -> {
            asking.hold();
            return SendQuota.ofRate(100);
        });
        var now = clock.instant();

        assertEquals(new Permit.Granted(),
                asking.whileHeld(() -> permits.take(now), () -> permits.take(now), other -> {
                    var until = assertInstanceOf(Permit.NotBefore.class, other).until();
                    assertTrue(until.isAfter(now) && until.isBefore(now.plusMillis(100)), until.toString());
                }));
        assertEquals(new Permit.Granted(), permits.take(now));
    }

    @Test
    void whileOneAsksForTheQuotaAnewOthersSendByTheOldOne() throws Exception {
        var asking = new Asking();
        var asked = new AtomicInteger();
        var permits = worker(() -> {
            if (asked.getAndIncrement() > 0) {
                asking.hold();
            }
            return new SendQuota(100, 1000, 790);
        });
        assertEquals(new Permit.Granted(), permits.take(clock.instant()));
        clock.advance(Duration.ofMinutes(1));
        var now = clock.instant();

        assertEquals(new Permit.Granted(), asking.whileHeld(() -> permits.take(now), () -> permits.take(now),
                other -> assertEquals(new Permit.Granted(), other)));

        // The answer knows of the mail before the question, and not of the one during it.
        for (var mail = 0; mail < 8; mail++) {
            assertEquals(new Permit.Granted(), permits.take(now));
        }
        assertEquals(new Permit.DaySpent(), permits.take(now));
        assertEquals(2, asked.get());
    }

    @Test
    void whileOneAsksWhetherASpentDayIsOverNobodyHearsThatItIsNot() throws Exception {
        var asking = new Asking();
        var asked = new AtomicInteger();
        var permits = worker(() -> {
            if (asked.getAndIncrement() == 0) {
                return new SendQuota(100, 1000, 1000);
            }
            asking.hold();
            return new SendQuota(100, 1000, 0);
        });
        assertEquals(new Permit.DaySpent(), permits.take(clock.instant()));
        clock.advance(Duration.ofMinutes(1));
        var now = clock.instant();

        assertEquals(new Permit.Granted(), asking.whileHeld(() -> permits.take(now), () -> permits.take(now),
                other -> assertInstanceOf(Permit.NotBefore.class, other)));
    }

    @Test
    void whileOneClaimsOthersComeAgainSoonAndDoNotClaimToo() throws Exception {
        var asking = new Asking();
        var claims = new AtomicInteger();
        var permits = new PacedPermits(() -> SendQuota.ofRate(100), (_, wanted, _) -> {
            claims.incrementAndGet();
            asking.hold();
            return wanted;
        }, RESERVE, new Random(1));
        var now = clock.instant();

        assertEquals(new Permit.Granted(), asking.whileHeld(() -> permits.take(now), () -> permits.take(now),
                other -> assertInstanceOf(Permit.NotBefore.class, other)));
        assertEquals(new Permit.Granted(), permits.take(now));
        assertEquals(1, claims.get());
    }

    @Test
    void whatOneClaimsWhileWeAreFoundTooFastLapses() throws Exception {
        var asking = new Asking();
        var permits = new PacedPermits(() -> SendQuota.ofRate(100), (_, wanted, _) -> {
            asking.hold();
            return wanted;
        }, RESERVE, new Random(1));
        var now = clock.instant();

        assertInstanceOf(Permit.NotBefore.class, asking.whileHeld(() -> permits.take(now), () -> {
            permits.slowDown(now);
            return permits.take(now);
        }, other -> assertInstanceOf(Permit.NotBefore.class, other)));
    }

    @Test
    void claimThatFailsKeepsNobodyFromTheNext() {
        var claims = new AtomicInteger();
        var permits = new PacedPermits(() -> SendQuota.ofRate(100), (_, wanted, _) -> {
            if (claims.getAndIncrement() == 0) {
                throw new UnavailableException("not now");
            }
            return wanted;
        }, RESERVE, new Random(1));

        assertThrows(UnavailableException.class, () -> permits.take(clock.instant()));

        assertEquals(new Permit.Granted(), permits.take(clock.instant()));
    }

    @Test
    void oldLookAtTheClockSpoilsNoLaterSecond() {
        var claims = new ArrayList<Long>();
        var permits = new PacedPermits(() -> SendQuota.ofRate(100), (second, wanted, _) -> {
            claims.add(second);
            return wanted;
        }, RESERVE, new Random(1));
        var before = clock.instant();
        var later = before.plusSeconds(1);

        permits.take(later);
        permits.take(before);
        permits.take(later);

        assertEquals(List.of(later.getEpochSecond()), claims);
    }
}
