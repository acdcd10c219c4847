/**
 * The delivery of a post: one prepared mail becomes a copy for every member.
 *
 * <p>In call order: {@link org.clubpost.core.delivery.Departure} says when a post goes out. {@link
 * org.clubpost.core.delivery.Plan} cuts the members into {@linkplain org.clubpost.core.delivery.range ranges} and puts
 * one message for each into the {@link org.clubpost.core.delivery.DeliveryQueue}. {@link
 * org.clubpost.core.delivery.Deliver} takes a range under a lease, reads its members in key order, sends each a copy of
 * the {@link org.clubpost.core.delivery.PreparedMail}, and moves the range's cursor. {@link
 * org.clubpost.core.delivery.SentIds} remembers which post a copy was of. Members whose copy was put off get second
 * chances. When the last range is finished, the post is done.
 */
@NullMarked
package org.clubpost.core.delivery;

import org.jspecify.annotations.NullMarked;
