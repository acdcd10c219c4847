package org.clubpost.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.clubpost.core.UnavailableException;

/**
 * Permits by the provider's quota, shared with all other workers through one counter a second. A running worker claims
 * a part of the second's mails at a time. So several workers get about the same, and a worker that is alone gets all.
 *
 * <p>A share of the rate and of the day is kept back for mails that we write ourselves. The provider may find us too
 * fast nevertheless, for example because something else sends from the same account. Then the rate falls at once, and
 * grows again second by second.
 *
 * <p>One thread at a time asks for the quota, and one claims. The lock is free meanwhile. The other threads go on with
 * what is known, or are told to come again {@linkplain #SOON soon}. So a slow answer keeps no thread from seeing that
 * its time is up.
 */
public final class PacedPermits implements SendPermits {

    /** How long an answer about the quota is believed. What this worker sends meanwhile is counted. */
    private static final Duration QUOTA_HOLDS = Duration.ofMinutes(1);
    /**
     * One claim takes this part of a second's mails. So others get their share, and the counter is not asked for each
     * mail.
     */
    private static final int CLAIMS_A_SECOND = 8;
    private static final int LARGEST_CLAIM = 50;
    private static final double SLOWER = 0.7;
    private static final double SLOWEST = 0.002;
    private static final double FASTER_EACH_SECOND = 0.02;
    /**
     * The rate while the quota cannot be asked for. It is quick enough for a large account, and {@link #slowDown} finds
     * out what a smaller one takes.
     */
    private static final SendQuota UNKNOWN = SendQuota.ofRate(500);
    /** About as long as the counter takes to answer. */
    private static final Duration SOON = Duration.ofMillis(10);

    /** A thread's look at the clock is at most so many seconds old. An older one means that the clock was set back. */
    private static final int OLDEST_LOOK = 5;

    private final SendQuotas quotas;
    private final SharedRate shared;
    private final double reserve;
    private final RandomGenerator random;
    private Optional<Known> known = Optional.empty();
    private boolean asking;
    private long sentSince;
    private long second = Long.MIN_VALUE;
    private int claimed;
    private Optional<Turn.Claim> claiming = Optional.empty();
    private double factor = 1;
    private Instant notBefore = Instant.MIN;

    private record Known(SendQuota quota, Instant at) {}

    /** What a thread has to do next. */
    private sealed interface Turn {

        /** Nothing more: this is the answer. */
        record Answer(Permit permit) implements Turn {}

        /** Ask the provider. Its answer does not count what was sent since. */
        record Ask(long sentBefore) implements Turn {}

        /** Claim some of the second's mails. */
        record Claim(long second, int wanted, int most) implements Turn {}
    }

    /**
     * @param quotas knows the quota
     * @param shared counts the mails of all workers
     * @param reserve the share of the rate and of the day that is kept back, 0 to less than 1
     * @param random spreads the workers
     */
    public PacedPermits(SendQuotas quotas, SharedRate shared, double reserve, RandomGenerator random) {
        if (!(reserve >= 0 && reserve < 1)) {
            throw new IllegalArgumentException("reserve out of range: " + reserve);
        }
        this.quotas = quotas;
        this.shared = shared;
        this.reserve = reserve;
        this.random = random;
    }

    @Override
    public Permit take(Instant now) {
        while (true) {
            switch (turn(now)) {
                case Turn.Answer(var permit) -> {
                    return permit;
                }
                case Turn.Ask ask -> ask(ask, now);
                case Turn.Claim claim -> claim(claim);
            }
        }
    }

    private synchronized Turn turn(Instant now) {
        if (!asking && !isCurrent(now)) {
            asking = true;
            return new Turn.Ask(sentSince);
        }
        if (known.isEmpty()) {
            return soon(now);
        }
        var quota = known.get().quota();
        if (quota.left(reserve) < sentSince + 1) {
            return asking ? soon(now) : new Turn.Answer(new Permit.DaySpent());
        }
        if (now.isBefore(notBefore)) {
            return new Turn.Answer(new Permit.NotBefore(notBefore));
        }
        begin(now.getEpochSecond());
        if (claimed > 0) {
            claimed--;
            sentSince++;
            return new Turn.Answer(new Permit.Granted());
        }
        if (claiming.isPresent()) {
            return soon(now);
        }
        var allowed = quota.perSecond() * (1 - reserve) * factor;
        var most = (int) Math.max(1, Math.min(Integer.MAX_VALUE, allowed));
        var claim = new Turn.Claim(second, Math.clamp(most / CLAIMS_A_SECOND, 1, LARGEST_CLAIM), most);
        claiming = Optional.of(claim);
        return claim;
    }

    private boolean isCurrent(Instant now) {
        return known.filter(last -> now.isBefore(last.at().plus(QUOTA_HOLDS))).isPresent();
    }

    /**
     * Begins that second, unless the second is just over. In that case another thread has looked at the clock after
     * this one.
     */
    private void begin(long now) {
        if (now > second || now <= second - OLDEST_LOOK) {
            factor = Math.min(1, factor + FASTER_EACH_SECOND);
            second = now;
            claimed = 0;
            claiming = Optional.empty();
        }
    }

    private Turn soon(Instant now) {
        return new Turn.Answer(new Permit.NotBefore(now.plus(SOON).plus(jitter(SOON))));
    }

    /** When the provider does not answer, its last answer still counts. */
    private void ask(Turn.Ask ask, Instant now) {
        try {
            var quota = quotas.current();
            synchronized (this) {
                known = Optional.of(new Known(quota, now));
                sentSince -= ask.sentBefore();
            }
        } catch (UnavailableException _) {
            synchronized (this) {
                known = Optional.of(new Known(known.map(Known::quota).orElse(UNKNOWN), now));
            }
        } finally {
            synchronized (this) {
                asking = false;
            }
        }
    }

    private void claim(Turn.Claim claim) {
        var got = Optional.<Integer>empty();
        try {
            got = Optional.of(shared.claim(claim.second(), claim.wanted(), claim.most()));
        } finally {
            settle(claim, got);
        }
    }

    /**
     * Takes note of what was claimed. The claim lapses if the second is over, or if we were found too fast meanwhile.
     */
    private synchronized void settle(Turn.Claim claim, Optional<Integer> got) {
        if (!claiming.equals(Optional.of(claim))) {
            return;
        }
        claiming = Optional.empty();
        got.ifPresent(mails -> claimed += mails);
        if (got.equals(Optional.of(0))) {
            // The second is used up, and the other threads of this worker need not ask the counter to learn that.
            notBefore = Instant.ofEpochSecond(claim.second() + 1).plus(jitter(Duration.ofMillis(100)));
        }
    }

    @Override
    public synchronized void slowDown(Instant now) {
        factor = Math.max(SLOWEST, factor * SLOWER);
        claimed = 0;
        claiming = Optional.empty();
        notBefore = now.plus(jitter(Duration.ofSeconds(1)));
    }

    private Duration jitter(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos()));
    }
}
