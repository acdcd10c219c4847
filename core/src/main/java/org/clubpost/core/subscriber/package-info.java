/**
 * Who is on a list, in which state and by what consent.
 *
 * <p>A {@link org.clubpost.core.subscriber.Subscriber} is found under its {@link
 * org.clubpost.core.secret.SubscriberId}, a keyed hash of the address. The hash spreads the members of a list evenly
 * over the key space. So a {@link org.clubpost.core.subscriber.Slice} of the keys is a fair share of the members,
 * whatever their number, and members can always be taken in key order. {@link
 * org.clubpost.core.subscriber.MemberSettings} say what a member wants of the list's mail.
 */
@NullMarked
package org.clubpost.core.subscriber;

import org.jspecify.annotations.NullMarked;
