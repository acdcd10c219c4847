/**
 * The very words that were shown to whoever agreed. The record of consent ({@link
 * org.clubpost.core.subscriber.Consent}) has their SHA-256; {@link org.clubpost.core.consent.Wordings} has the words.
 */
@NullMarked
package org.clubpost.core.consent;

import org.jspecify.annotations.NullMarked;
