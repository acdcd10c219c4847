package org.clubpost.core.person;

import java.util.Optional;

/**
 * What a browser says about the page on which a passkey was used. It is JSON that begins as section 5.8.1.1 of Web
 * Authentication Level 3 prescribes octet for octet, so that nobody needs a JSON parser to read it.
 *
 * @param type {@code webauthn.create} or {@code webauthn.get}
 * @param challenge the challenge, in base64url without padding
 * @param origin where the page is from
 */
record ClientData(String type, String challenge, String origin) {

    private static final String TYPE = "{\"type\":\"";
    private static final String CHALLENGE = "\",\"challenge\":\"";
    private static final String ORIGIN = "\",\"origin\":\"";
    private static final String CROSS = "\",\"crossOrigin\":";

    /** Reads it; empty when it is written in another way, or the page was within one of another origin. */
    static Optional<ClientData> parse(String json) {
        var challenge = json.indexOf(CHALLENGE);
        var origin = json.indexOf(ORIGIN);
        var end = json.indexOf(CROSS);
        if (!json.startsWith(TYPE) || challenge < TYPE.length() || origin < challenge || end < origin
                || !json.startsWith("false", end + CROSS.length())) {
            return Optional.empty();
        }
        return Optional.of(new ClientData(json.substring(TYPE.length(), challenge),
                json.substring(challenge + CHALLENGE.length(), origin),
                json.substring(origin + ORIGIN.length(), end)));
    }
}
