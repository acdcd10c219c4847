/**
 * The keys and hashes that protect people and links.
 *
 * <p>{@link org.clubpost.core.secret.SubscriberIds} turns an address into the {@link
 * org.clubpost.core.secret.SubscriberId key} of a stored person, with the installation's secret. {@link
 * org.clubpost.core.secret.SigningKeys} sign the links of members. A {@link org.clubpost.core.secret.TokenDigest} is
 * stored in place of a token that stands in a link.
 */
@NullMarked
package org.clubpost.core.secret;

import org.jspecify.annotations.NullMarked;
