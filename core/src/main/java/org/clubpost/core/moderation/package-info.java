/**
 * Held posts, and what people decide about them.
 *
 * <p>{@link org.clubpost.core.moderation.HoldForOwners} and {@link org.clubpost.core.moderation.AskAuthor} hold a post
 * and send out the links that decide about it. The pages behind those links call {@link
 * org.clubpost.core.moderation.Moderate}: an owner sends or refuses, an author confirms or disowns, or {@linkplain
 * org.clubpost.core.moderation.TakeBack takes back}. {@link org.clubpost.core.moderation.Expiry} ends posts that nobody
 * decided about in time. A post that goes nowhere is {@linkplain org.clubpost.core.moderation.Reject rejected}, so that
 * its author knows, or {@linkplain org.clubpost.core.moderation.Discard discarded}. Everything that takes understanding
 * a mail is behind the port {@link org.clubpost.core.moderation.WaitingMails}.
 */
@NullMarked
package org.clubpost.core.moderation;

import org.jspecify.annotations.NullMarked;
