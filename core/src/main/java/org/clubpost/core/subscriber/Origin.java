package org.clubpost.core.subscriber;

import java.time.Instant;
import java.util.Optional;

/**
 * One act of a person on the web or by mail, as the proof of consent needs it (GDPR article 7 paragraph 1).
 *
 * @param at when
 * @param sourceAddress the IP address that the request came from, in text form; empty when unknown
 * @param userAgent the browser's User-Agent (RFC 9110 section 10.1.5), cut to 256 characters, without control
 *         characters and halves of characters; may be empty. Of an act by mail it is what {@link #byMail} says
 */
public record Origin(Instant at, String sourceAddress, String userAgent) {

    private static final int MAX_USER_AGENT = 256;
    private static final String BY_MAIL = "by mail: ";

    /** Cuts and cleans the user agent. */
    public Origin {
        userAgent = userAgent.length() <= MAX_USER_AGENT ? userAgent : userAgent.substring(0, MAX_USER_AGENT);
        // The cut may leave half a character, and no store would give that back unchanged.
        userAgent = userAgent.replaceAll("[\\p{Cc}\\p{Cs}]", " ");
    }

    /**
     * An act of somebody who wrote a mail.
     *
     * @param at when the mail came in
     * @param sourceAddress the IP address that it came in from, which is mostly that of a provider's server
     * @param words what it says, of which the beginning is kept
     */
    public static Origin byMail(Instant at, String sourceAddress, String words) {
        return new Origin(at, sourceAddress, BY_MAIL + words);
    }

    /** What the mail says, as far as it is kept; empty when this is no act by mail. */
    public Optional<String> mail() {
        return userAgent.startsWith(BY_MAIL)
                ? Optional.of(userAgent.substring(BY_MAIL.length()))
                : Optional.empty();
    }
}
