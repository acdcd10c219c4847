package org.clubpost.core.subscriber;

/**
 * A subscriber as it was read, with what is needed to change it only if nobody else did.
 *
 * @param subscriber the subscriber
 * @param revision a number that no other state of this item has or had, not even before it was removed and added again
 */
public record Stored(Subscriber subscriber, long revision) {}
