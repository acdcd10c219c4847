/**
 * Finding the tokens of our personal links in mails that come in, and taking them out.
 *
 * <p>{@link org.clubpost.mail.token.PersonalLinks} cleans a mail and says what it had to leave in.
 * {@link org.clubpost.mail.token.TokenRemover} cleans octets and texts. It reads them with a {@code Scanner}, which sees
 * through line ends, quotes, entities, percent signs and tags, and gathers what may be tokens in a {@code Window}. There
 * tokens are known by their signature or their form. A {@code Blob} is base64 that may hide them. {@code LooseBase64},
 * {@code Utf7} and {@code Wide} undo encodings as the most lenient readers do.
 */
@NullMarked
package org.clubpost.mail.token;

import org.jspecify.annotations.NullMarked;
