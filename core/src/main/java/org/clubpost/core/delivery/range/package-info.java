/**
 * The ledger of a delivery: how far each range of a post has come, who works on it, and who did not get the post.
 *
 * <p>A worker asks for a {@link org.clubpost.core.delivery.range.Lease} of a {@link
 * org.clubpost.core.delivery.range.DeliveryRange}. It records a {@link org.clubpost.core.delivery.range.Checkpoint}
 * after each window, with the {@link org.clubpost.core.delivery.range.Failure failures} in it. {@link
 * org.clubpost.core.delivery.range.DeliveryProgress} says how far the whole post has come.
 */
@NullMarked
package org.clubpost.core.delivery.range;

import org.jspecify.annotations.NullMarked;
