/**
 * The way out: one mail to one recipient, and what became of it.
 *
 * <p>{@link org.clubpost.core.outbox.SendPermits} say when a copy of a post may be handed over. {@link
 * org.clubpost.core.outbox.PacedPermits} take them from the provider's {@link org.clubpost.core.outbox.SendQuota
 * quota}, which all workers share by a {@link org.clubpost.core.outbox.SharedRate}. The {@link
 * org.clubpost.core.outbox.Outbox} hands over an {@link org.clubpost.core.outbox.OutgoingMail}, and answers with a
 * {@link org.clubpost.core.outbox.SendOutcome}.
 */
@NullMarked
package org.clubpost.core.outbox;

import org.jspecify.annotations.NullMarked;
