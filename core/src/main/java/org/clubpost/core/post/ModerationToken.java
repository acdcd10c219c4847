package org.clubpost.core.post;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.clubpost.core.secret.TokenDigest;

/**
 * The token of a link that decides about a post. It is good for one post and one action. Its 128 random bits prove that
 * its bearer read the mail that it was sent in.
 *
 * <p>Written as base64url without padding (RFC 4648 section 5) of: a version octet, the action, the 12 octets of the
 * post's id, 16 random octets.
 *
 * @param post the post
 * @param action what the link does
 * @param secret the random part, as 32 hexadecimal digits
 */
public record ModerationToken(PostId post, Action action, String secret) {

    private static final byte VERSION = 2;
    private static final int LENGTH = 1 + 1 + 12 + 16;

    /** What such a link does. */
    public enum Action {
        /** An owner sends the post to the members. */
        SEND('s'),
        /** An owner refuses it. */
        REFUSE('r'),
        /** Its author confirms that they wrote it. */
        CONFIRM('c'),
        /** The person named as its author says that they did not write it. */
        DISOWN('d'),
        /** Its author takes it back. */
        CANCEL('x');

        private final byte code;

        Action(char code) {
            this.code = (byte) code;
        }
    }

    /**
     * Makes a new token.
     *
     * @param random must be a cryptographically strong source, such as {@link java.security.SecureRandom}
     */
    public static ModerationToken create(PostId post, Action action, RandomGenerator random) {
        var secret = new byte[16];
        random.nextBytes(secret);
        return new ModerationToken(post, action, HexFormat.of().formatHex(secret));
    }

    /**
     * Reads a token from a link. Empty when it cannot be one of ours. Only the stored digest tells whether it is good
     * for anything.
     */
    public static Optional<ModerationToken> parse(String text) {
        if (text.length() != (LENGTH * 4 + 2) / 3) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != LENGTH || bytes.get() != VERSION) {
                return Optional.empty();
            }
            var code = bytes.get();
            var post = new PostId(hex(bytes, 12));
            var secret = hex(bytes, 16);
            return Stream.of(Action.values()).filter(action -> action.code == code).findFirst()
                    .map(action -> new ModerationToken(post, action, secret));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String hex(ByteBuffer bytes, int octets) {
        var part = new byte[octets];
        bytes.get(part);
        return HexFormat.of().formatHex(part);
    }

    /** The token as it stands in a link. */
    public String text() {
        var bytes = ByteBuffer.allocate(LENGTH).put(VERSION).put(action.code)
                .put(HexFormat.of().parseHex(post.value())).put(HexFormat.of().parseHex(secret));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** What is stored of it. */
    public TokenDigest digest() {
        return TokenDigest.of(text());
    }

    /** Says what the token is for, but not which one it is. */
    @Override
    public String toString() {
        return "ModerationToken[" + action + "]";
    }
}
