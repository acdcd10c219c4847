/**
 * A post and its delivery.
 *
 * <p>In call order: a mail lies in the {@link org.clubpost.core.post.MailStore}; it becomes a {@link org.clubpost.core.post.Post}, which is judged and
 * prepared elsewhere; {@link org.clubpost.core.post.Plan} cuts its members into {@link org.clubpost.core.post.DeliveryRange ranges} and puts one message for
 * each into the {@link org.clubpost.core.post.DeliveryQueue}; {@link org.clubpost.core.post.Deliver} takes a range under a lease, sends a copy of the
 * {@link org.clubpost.core.post.PreparedMail} to every member in it, in key order, and moves the range's cursor. When the last range is finished, so is the
 * post. {@link org.clubpost.core.post.PostNumbers} numbers the posts of lists that want it.
 */
@NullMarked
package org.clubpost.core.post;

import org.jspecify.annotations.NullMarked;
