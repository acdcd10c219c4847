package org.clubpost.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.clubpost.core.UnavailableException;

/**
 * Permits by the provider's quota, shared with all other workers through one counter a second. Whoever runs claims some of the second's mails at a time, so
 * that several get about the same, and one that is alone gets all.
 *
 * <p>A share of the rate and of the day is kept back for mails that we write ourselves. When the provider finds us too fast nevertheless, say because something
 * else sends from the same account, the rate falls at once and grows again second by second.
 */
public final class PacedPermits implements SendPermits {

    /** How long an answer about the quota is believed; what this worker sends meanwhile is counted. */
    private static final Duration QUOTA_HOLDS = Duration.ofMinutes(1);
    /** One claim takes this part of a second's mails, so that others get theirs and the counter is not asked for each mail. */
    private static final int CLAIMS_A_SECOND = 8;
    private static final int LARGEST_CLAIM = 50;
    private static final double SLOWER = 0.7;
    private static final double SLOWEST = 0.002;
    private static final double FASTER_EACH_SECOND = 0.02;
    /** While the quota cannot be asked for: quick enough for a large account, and {@link #slowDown} finds what a smaller one takes. */
    private static final SendQuota UNKNOWN = SendQuota.ofRate(500);

    private final SendQuotas quotas;
    private final SharedRate shared;
    private final double reserve;
    private final RandomGenerator random;
    private Optional<Known> known = Optional.empty();
    private long sentSince;
    private long second = Long.MIN_VALUE;
    private int claimed;
    private double factor = 1;
    private Instant notBefore = Instant.MIN;

    private record Known(SendQuota quota, Instant at) {}

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
    public synchronized Permit take(Instant now) {
        var quota = quota(now);
        if (quota.left(reserve) < sentSince + 1) {
            return new Permit.DaySpent();
        }
        if (now.isBefore(notBefore)) {
            return new Permit.NotBefore(notBefore);
        }
        if (now.getEpochSecond() != second) {
            factor = Math.min(1, factor + FASTER_EACH_SECOND);
            second = now.getEpochSecond();
            claimed = 0;
        }
        if (claimed == 0) {
            claimed = claim(quota);
        }
        if (claimed == 0) {
            // The second is used up: the other threads of this worker need not ask the counter to learn that.
            notBefore = Instant.ofEpochSecond(second + 1).plus(jitter(Duration.ofMillis(100)));
            return new Permit.NotBefore(notBefore);
        }
        claimed--;
        sentSince++;
        return new Permit.Granted();
    }

    private int claim(SendQuota quota) {
        var allowed = quota.perSecond() * (1 - reserve) * factor;
        var most = (int) Math.max(1, Math.min(Integer.MAX_VALUE, allowed));
        return shared.claim(second, Math.clamp(most / CLAIMS_A_SECOND, 1, LARGEST_CLAIM), most);
    }

    private SendQuota quota(Instant now) {
        var last = known.filter(before -> now.isBefore(before.at().plus(QUOTA_HOLDS))).orElseGet(() -> ask(now));
        known = Optional.of(last);
        return last.quota();
    }

    /** When the provider does not say, what it said before goes on to count. */
    private Known ask(Instant now) {
        try {
            var answer = new Known(quotas.current(), now);
            sentSince = 0;
            return answer;
        } catch (UnavailableException _) {
            return new Known(known.map(Known::quota).orElse(UNKNOWN), now);
        }
    }

    @Override
    public synchronized void slowDown(Instant now) {
        factor = Math.max(SLOWEST, factor * SLOWER);
        claimed = 0;
        notBefore = now.plus(jitter(Duration.ofSeconds(1)));
    }

    private Duration jitter(Duration most) {
        return Duration.ofNanos(random.nextLong(most.toNanos()));
    }
}
