package org.clubpost.core.post;

import java.time.Instant;

import org.clubpost.core.subscriber.SubscriberId;

/**
 * A member who did not get a post.
 *
 * @param subscriber the member's key
 * @param reason why, in words, without any address
 * @param at when
 */
public record Failure(SubscriberId subscriber, String reason, Instant at) {}
