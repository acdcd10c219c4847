package org.clubpost.core.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * How every short token begins: key number, purpose, 3 octets of the list's {@linkplain #digest digest}, and the first 5
 * octets of the subscriber's key. It says whom to look for.
 *
 * @param hex the octets of the token, as hexadecimal digits
 */
record TokenHead(String hex) {

    /** How many octets it has. */
    static final int OCTETS = 1 + 1 + 3 + 5;

    private static final int LIST_OCTETS = 3;
    private static final int MEMBER_OCTETS = 5;
    private static final int LIST_FROM = 2 * 2;
    private static final int MEMBER_FROM = LIST_FROM + 2 * LIST_OCTETS;
    private static final int REST = 32 - 2 * MEMBER_OCTETS;

    /** The beginning of a token for that member of that list; the number of the key is left to {@link Seals}. */
    static byte[] of(byte purpose, ListId list, SubscriberId member) {
        return ByteBuffer.allocate(OCTETS).put((byte) 0).put(purpose).put(digest(list))
                .put(HexFormat.of().parseHex(member.hex()), 0, MEMBER_OCTETS).array();
    }

    /** The beginning of the SHA-256 of a list's name. */
    private static byte[] digest(ListId list) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(list.value().getBytes(US_ASCII));
            return Arrays.copyOf(digest, LIST_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether it may be about this list: the digest of its name is in the token. */
    boolean isAbout(ListId list) {
        return hex.startsWith(HexFormat.of().formatHex(digest(list)), LIST_FROM);
    }

    /** The lowest key that its member may have. */
    SubscriberId first() {
        return new SubscriberId(member() + "0".repeat(REST));
    }

    /** The highest key that its member may have. */
    SubscriberId last() {
        return new SubscriberId(member() + "f".repeat(REST));
    }

    private String member() {
        return hex.substring(MEMBER_FROM, MEMBER_FROM + 2 * MEMBER_OCTETS);
    }

    /** Says that this is of a token, but not of which one. */
    @Override
    public String toString() {
        return "TokenHead[hidden]";
    }
}
