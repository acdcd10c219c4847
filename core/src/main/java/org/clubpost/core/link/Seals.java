package org.clubpost.core.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * What makes short tokens ours: behind what a token says stand a check of 4 octets and a seal of 4 octets. Both are
 * beginnings of HMAC-SHA-256 (RFC 2104). The check is over the octets before it, so a token of ours is known in any text,
 * with nothing looked up. The seal is over those octets, the whole key and the list's name, so it fits the one member
 * whom the token was made for, and nobody else whose key and list begin alike.
 *
 * @param ring the keys
 * @param saying how many octets a token says something with; the first is the number of the key, the second the purpose,
 *         which no tokens of another kind have
 */
record Seals(KeyRing ring, int saying) {

    private static final int CHECK_OCTETS = 4;
    private static final int SEAL_OCTETS = 4;
    private static final int KEY_OCTETS = 16;

    /** How many octets a whole token has. */
    int octets() {
        return saying + CHECK_OCTETS + SEAL_OCTETS;
    }

    /** The whole token that says this, under the current key, whose number it begins with. */
    byte[] seal(byte[] said, ListId list, SubscriberId member) {
        var now = ring.now();
        var token = ByteBuffer.allocate(octets()).put(said).put(0, (byte) now.current());
        token.put(now.mac(token.array(), saying), 0, CHECK_OCTETS);
        var sealed = sealed(token.array(), list, member);
        token.put(now.mac(sealed, sealed.length), 0, SEAL_OCTETS);
        return token.array();
    }

    /** Whether the check of a token fits that stands at the beginning of these octets. */
    boolean isChecked(byte[] octets) {
        return octets.length >= octets()
                && ring.now().isSigned(octets, saying, Arrays.copyOfRange(octets, saying, saying + CHECK_OCTETS));
    }

    /** Whether that token was made for this member of this list. */
    boolean fits(byte[] token, ListId list, SubscriberId member) {
        var sealed = sealed(token, list, member);
        return ring.now().isSigned(sealed, sealed.length,
                Arrays.copyOfRange(token, octets() - SEAL_OCTETS, octets()));
    }

    private byte[] sealed(byte[] token, ListId list, SubscriberId member) {
        var name = list.value().getBytes(US_ASCII);
        return ByteBuffer.allocate(saying + KEY_OCTETS + name.length).put(token, 0, saying)
                .put(HexFormat.of().parseHex(member.hex())).put(name).array();
    }
}
