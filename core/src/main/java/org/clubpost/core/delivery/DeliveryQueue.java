package org.clubpost.core.delivery;

import java.time.Duration;
import java.util.Collection;
import org.clubpost.core.delivery.range.RangeRef;

/**
 * The ranges that a worker is to take up. Each message is delivered at least once, in no order. A message that a worker
 * does not finish comes again.
 */
public interface DeliveryQueue {

    /**
     * Adds one message for each range.
     *
     * @param delay the least time before a worker sees them, up to 15 minutes (SQS, DelaySeconds)
     * @throws org.clubpost.core.UnavailableException safe to repeat; a range may then be in the queue twice, which is
     *         harmless because of its lease
     */
    void add(Collection<RangeRef> ranges, Duration delay);
}
