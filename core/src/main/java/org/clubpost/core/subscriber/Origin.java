package org.clubpost.core.subscriber;

import java.time.Instant;

/**
 * One act of a person on the web, as the proof of consent needs it (GDPR article 7 paragraph 1).
 *
 * @param at when
 * @param sourceAddress the IP address that the request came from, in text form; empty when unknown
 * @param userAgent the browser's User-Agent (RFC 9110 section 10.1.5), cut to 256 characters, without control
 *         characters and halves of characters; may be empty
 */
public record Origin(Instant at, String sourceAddress, String userAgent) {

    private static final int MAX_USER_AGENT = 256;

    /** Cuts and cleans the user agent. */
    public Origin {
        userAgent = userAgent.length() <= MAX_USER_AGENT ? userAgent : userAgent.substring(0, MAX_USER_AGENT);
        // The cut may leave half a character, and no store would give that back unchanged.
        userAgent = userAgent.replaceAll("[\\p{Cc}\\p{Cs}]", " ");
    }
}
