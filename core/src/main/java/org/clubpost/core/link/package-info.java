/**
 * The tokens that stand in links. A link carries a token and nothing else: no address, and no name of a list in clear.
 *
 * <p>A {@link org.clubpost.core.link.ConfirmationToken} is random and stored as its digest. It expires, and it can be
 * used once. The same is true of a {@link org.clubpost.core.post.ModerationToken}, which decides about a post. A {@link
 * org.clubpost.core.link.MembershipLink} needs no storage. {@link org.clubpost.core.link.MembershipTokens} signs it
 * with a {@link org.clubpost.core.secret.SigningKeys key} that can be rotated, and it is good as long as the membership
 * lasts. In texts its {@link org.clubpost.core.link.ShortToken short form} stands, which {@link
 * org.clubpost.core.link.ShortTokens} signs and checks. {@link org.clubpost.core.link.PublicLinks} makes the addresses.
 */
@NullMarked
package org.clubpost.core.link;

import org.jspecify.annotations.NullMarked;
