package org.clubpost.core.link;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;

/**
 * The token of a mail that asks to confirm several lists at once. It names no list: which ones it is good for is said by
 * the requests that hold its digest. So it is as short for forty lists as for two, and whoever has the link learns
 * nothing about lists that were decided about by another way.
 *
 * <p>Written as base64url without padding (RFC 4648 section 5) of: a version octet, the 16 octets of the subscriber's
 * key, 16 random octets.
 *
 * @param subscriber whose requests they are
 * @param secret the random part, as 32 hexadecimal digits
 */
public record JointToken(SubscriberId subscriber, String secret) {

    private static final byte VERSION = 3;
    private static final int LENGTH = 1 + 16 + 16;

    /**
     * Makes a new token.
     *
     * @param random must be a cryptographically strong source, such as {@link java.security.SecureRandom}
     */
    public static JointToken create(SubscriberId subscriber, RandomGenerator random) {
        var secret = new byte[16];
        random.nextBytes(secret);
        return new JointToken(subscriber, HexFormat.of().formatHex(secret));
    }

    /**
     * Reads a token from a link. Empty when it cannot be one of ours. Only the stored digest tells whether it is good
     * for anything.
     */
    public static Optional<JointToken> parse(String text) {
        if (text.length() != LENGTH * 4 / 3) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == LENGTH && bytes[0] == VERSION
                    ? Optional.of(new JointToken(new SubscriberId(HexFormat.of().formatHex(bytes, 1, 17)),
                            HexFormat.of().formatHex(bytes, 17, LENGTH)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The token as it stands in a link. */
    public String text() {
        var bytes = ByteBuffer.allocate(LENGTH).put(VERSION).put(HexFormat.of().parseHex(subscriber.hex()))
                .put(HexFormat.of().parseHex(secret));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** What is stored of it. */
    public TokenDigest digest() {
        return TokenDigest.of(text());
    }

    /** Says that this is a token, but not which one. */
    @Override
    public String toString() {
        return "JointToken[hidden]";
    }
}
