package org.clubpost.core.delivery.range;

import java.time.Instant;

/** What became of asking for a lease. */
public sealed interface LeaseOutcome {

    /**
     * The range is the asker's.
     *
     * @param lease the lease
     * @param range the range as of now
     */
    record Granted(Lease lease, DeliveryRange range) implements LeaseOutcome {}

    /**
     * Another worker has it.
     *
     * @param until when that worker's lease ends unless it is extended
     */
    record Busy(Instant until) implements LeaseOutcome {}

    /** Everybody in it has been served. */
    record Finished() implements LeaseOutcome {}

    /** There is no such range. */
    record Unknown() implements LeaseOutcome {}
}
