package org.clubpost.core.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.secret.TokenDigest;

/**
 * The tokens in the addresses to which confirmation mails are answered, such as {@code
 * news-confirm+c4kq2mzt7hxw3ya@lists.example.org}. Mail systems change the case of a local part and allow it 64 octets,
 * so a link's token does not fit: this one has {@value ListAddress#MAX_TOKEN} letters and digits of base32 (RFC 4648
 * section 6) in lower case, 75 bits.
 *
 * <p>It is a keyed hash of the digest of the link in the same mail and of whose mail that is. So nothing more is stored,
 * it is good for as long as that link, what is stored does not give it away, and it tells nothing of the link.
 *
 * @param ids makes keyed hashes
 */
public record ReplyTokens(SubscriberIds ids) {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;
    private static final int OF = 128;
    private static final int HEXADECIMAL = 16;

    /**
     * The token for the mail with that link.
     *
     * @param person to whom that mail goes
     * @param link the digest of its link
     */
    public String of(SubscriberId person, TokenDigest link) {
        var hash = new BigInteger(ids.digest("reply " + person.hex() + " " + link.hex()), HEXADECIMAL);
        var token = new StringBuilder(ListAddress.MAX_TOKEN);
        for (var shift = OF - BITS; token.length() < ListAddress.MAX_TOKEN; shift -= BITS) {
            token.append(ALPHABET.charAt(hash.shiftRight(shift).intValue() & (ALPHABET.length() - 1)));
        }
        return token.toString();
    }

    /** Whether it is that token; takes the same time for every token of that length. */
    public boolean fits(String token, SubscriberId person, TokenDigest link) {
        return MessageDigest.isEqual(of(person, link).getBytes(US_ASCII), token.getBytes(US_ASCII));
    }
}
