package org.clubpost.core.delivery.range;

import java.time.Instant;

/**
 * The right of one worker to deliver one range for a while.
 *
 * @param ref the range
 * @param holder the worker, by a random name of its own for each attempt
 * @param until when the right ends unless it is extended
 */
public record Lease(RangeRef ref, String holder, Instant until) {}
