package org.clubpost.core.robot;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.secret.SubscriberIds;

/** Gives forms what tells people from robots, and looks at what comes back. Safe for use by many threads. */
public final class Gate {

    /** A solution counts once. */
    private static final Limit ONCE = new Limit(Kind.PROOF_OF_WORK, 1, Duration.ofDays(1));

    private final SubscriberIds ids;
    private final RateLimits limits;
    private final RandomGenerator random;

    /**
     * @param ids signs
     * @param limits remembers what was solved, until it is good no more
     * @param random for challenges; need not be secret
     */
    public Gate(SubscriberIds ids, RateLimits limits, RandomGenerator random) {
        this.ids = ids;
        this.limits = limits;
        this.random = random;
    }

    /** A stamp for a form that is shown now. */
    public String stamp(Instant now) {
        return new FormStamp(now).text(ids);
    }

    /** How long the form with that stamp was open; empty when the stamp is not ours. */
    public Optional<FormStamp.Age> age(String stamp, Instant now) {
        return FormStamp.parse(stamp, ids).map(ours -> ours.age(now));
    }

    /** A challenge for a form that is shown now. */
    public Challenge challenge(Instant now) {
        return Challenge.of(ids, random, now);
    }

    /**
     * Whether work was done for this one request. A second request with the same solution is told no.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat; the solution may then count no more
     */
    public boolean isWorkDone(Challenge.Solution solution, Instant now) {
        // It is counted at the end of its time, so that every use of it falls into the same window.
        return Challenge.isSolved(solution, ids, now)
                && limits.allow(ONCE, solution.challenge(), Challenge.end(solution));
    }
}
