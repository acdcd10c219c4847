/**
 * The tokens that stand in links. A link carries a token and nothing else: no address, and no name of a list in clear.
 *
 * <p>{@link org.clubpost.core.link.ConfirmationToken} is random, stored as its digest, expires and is used up, and so
 * is {@link org.clubpost.core.post.ModerationToken}, which decides about a post. A {@link
 * org.clubpost.core.link.MembershipLink} is made without storage by {@link org.clubpost.core.link.MembershipTokens}
 * under a {@link org.clubpost.core.secret.SigningKeys key} that can be rotated, and is good as long as the membership
 * lasts. {@link org.clubpost.core.link.PublicLinks} makes the addresses.
 */
@NullMarked
package org.clubpost.core.link;

import org.jspecify.annotations.NullMarked;
