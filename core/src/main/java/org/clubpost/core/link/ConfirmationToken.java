package org.clubpost.core.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;

/**
 * The token of a confirmation mail: it names the pending request and carries 128 random bits that prove that its bearer
 * read that mail.
 *
 * <p>Written as base64url without padding (RFC 4648 section 5) of: a version octet, the 16 octets of the subscriber's
 * key, 16 random octets, the list's name.
 *
 * @param list the list to join
 * @param subscriber whose request it is
 * @param secret the random part, as 32 hexadecimal digits
 */
public record ConfirmationToken(ListId list, SubscriberId subscriber, String secret) {

    private static final byte VERSION = 1;
    private static final int FIXED = 1 + 16 + 16;
    private static final int MAX_TEXT = 128;

    /**
     * Makes a new token.
     *
     * @param random must be a cryptographically strong source, such as {@link java.security.SecureRandom}
     */
    public static ConfirmationToken create(ListId list, SubscriberId subscriber, RandomGenerator random) {
        var secret = new byte[16];
        random.nextBytes(secret);
        return new ConfirmationToken(list, subscriber, HexFormat.of().formatHex(secret));
    }

    /**
     * Reads a token from a link. Empty when it cannot be one of ours. Only the stored digest tells whether it is good
     * for anything.
     */
    public static Optional<ConfirmationToken> parse(String text) {
        if (text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() <= FIXED || bytes.get() != VERSION) {
                return Optional.empty();
            }
            var subscriber = hex(bytes);
            var secret = hex(bytes);
            return ListId.parse(US_ASCII.decode(bytes).toString())
                    .map(list -> new ConfirmationToken(list, new SubscriberId(subscriber), secret));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String hex(ByteBuffer bytes) {
        var part = new byte[16];
        bytes.get(part);
        return HexFormat.of().formatHex(part);
    }

    /** The token as it stands in a link. */
    public String text() {
        var name = list.value().getBytes(US_ASCII);
        var bytes = ByteBuffer.allocate(FIXED + name.length).put(VERSION).put(HexFormat.of().parseHex(subscriber.hex()))
                .put(HexFormat.of().parseHex(secret)).put(name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** What is stored of it. */
    public TokenDigest digest() {
        return TokenDigest.of(text());
    }

    /** Says that this is a token, but not which one. */
    @Override
    public String toString() {
        return "ConfirmationToken[hidden]";
    }
}
