package org.clubpost.core.subscriber;

/**
 * A subscriber as it was read, with what is needed to change it only if nobody else did.
 *
 * @param subscriber the subscriber
 * @param revision counts the changes of this item, from 1
 */
public record Stored(Subscriber subscriber, long revision) {}
