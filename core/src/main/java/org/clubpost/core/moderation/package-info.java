/**
 * Posts that wait for a person, and what is decided about them.
 *
 * <p>{@link org.clubpost.core.moderation.HoldForOwners} and {@link org.clubpost.core.moderation.AskAuthor} have a post
 * wait and send out the links that decide about it. {@link org.clubpost.core.moderation.Moderate} is what the pages
 * behind those links ask: an owner sends or refuses, an author confirms or disowns, or {@linkplain
 * org.clubpost.core.moderation.TakeBack takes back}. What nobody decides about in time {@link
 * org.clubpost.core.moderation.Expiry} lets go. A post that goes nowhere is {@linkplain
 * org.clubpost.core.moderation.Reject rejected}, so that its author knows, or {@linkplain
 * org.clubpost.core.moderation.Discard discarded}. What takes understanding a mail lies behind the port {@link
 * org.clubpost.core.moderation.WaitingMails}.
 */
@NullMarked
package org.clubpost.core.moderation;

import org.jspecify.annotations.NullMarked;
