/**
 * Who is on a list, in which state and by what consent.
 *
 * <p>A {@link org.clubpost.core.subscriber.Subscriber} is found under its {@link
 * org.clubpost.core.secret.SubscriberId}, a keyed hash of the address. The hash spreads the members of a list evenly
 * over the key space, so that a {@link org.clubpost.core.subscriber.Slice} of the keys is a fair share of the members
 * whatever their number, and members can always be taken in key order. What a member chose of the list's mail is in
 * {@link org.clubpost.core.subscriber.MemberSettings}.
 */
@NullMarked
package org.clubpost.core.subscriber;

import org.jspecify.annotations.NullMarked;
