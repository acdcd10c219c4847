package org.clubpost.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.Lease;
import org.clubpost.core.delivery.range.Ranges;

/** A worker's hold on a range: its lease, which it extends as it goes, and the caller's deadline. */
final class Hold implements Copies.Tenure {

    /**
     * How often a worker looks whether the post is still to go out. Somebody who stops the post is obeyed this quickly.
     */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Ranges ranges;
    private final Deliver.Times times;
    private final InstantSource clock;
    private final Instant deadline;
    private volatile Lease lease;
    private Instant looked;

    Hold(Ranges ranges, Lease lease, Deliver.Times times, InstantSource clock, Instant deadline) {
        this.ranges = ranges;
        this.lease = lease;
        this.times = times;
        this.clock = clock;
        this.deadline = deadline.minus(times.margin());
        this.looked = clock.instant();
    }

    /**
     * A while before the lease ends, so that a copy handed over at the last moment is out before another worker may
     * begin.
     */
    @Override
    public Instant end() {
        var ours = lease.until().minus(times.lease().dividedBy(4));
        return ours.isBefore(deadline) ? ours : deadline;
    }

    @Override
    public Duration rhythm() {
        return times.lease().dividedBy(4);
    }

    @Override
    public void extend() {
        var longer = extended();
        try {
            if (ranges.extend(longer)) {
                lease = longer;
            }
        } catch (UnavailableException _) {
            // The lease runs to its end as it is, and after that no copy is handed over.
        }
    }

    boolean isOutOfTime() {
        return !clock.instant().isBefore(end());
    }

    /** Whether it is time to look at the post's state. Each time, the answer is yes only once. */
    boolean isTimeToLook() {
        var now = clock.instant();
        if (now.isBefore(looked.plus(LOOK))) {
            return false;
        }
        looked = now;
        return true;
    }

    /** Records the step and extends the lease; false when the range belongs to another worker by now. */
    boolean record(Checkpoint step) {
        var longer = extended();
        var ours = ranges.advance(longer, step);
        if (ours) {
            lease = longer;
        }
        return ours;
    }

    void release() {
        ranges.release(lease);
    }

    private Lease extended() {
        return new Lease(lease.ref(), lease.holder(), clock.instant().plus(times.lease()));
    }
}
