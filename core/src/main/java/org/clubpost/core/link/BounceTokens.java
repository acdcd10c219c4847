package org.clubpost.core.link;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.ReturnPath;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.suppression.Trace;

/**
 * Signs and checks the tokens of bounce addresses, which say which mail to whom came back: always {@value
 * ReturnPath#TOKEN_LENGTH} characters, whatever the list's name, which mean the same in upper case. They hold no address.
 * Safe for use by many threads.
 *
 * <p>Written as base32hex (RFC 4648 section 7), in lower case, of 30 octets: key number, purpose, 3 octets of the list's
 * {@linkplain BounceToken#isAbout digest}, the first 5 octets of the subscriber's key, the 12 octets of the post or zeros,
 * a check of 4 octets and a seal of 4 octets ({@link Seals}).
 */
public final class BounceTokens {

    private static final int POST_OCTETS = 12;
    private static final int SAYING = TokenHead.OCTETS + POST_OCTETS;
    private static final int RADIX = 32;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-vA-V]{" + ReturnPath.TOKEN_LENGTH + "}");
    /** No other tokens have these octets. They never change. */
    private static final Map<Trace.Purpose, Byte> CODES = new EnumMap<>(Map.of(Trace.Purpose.COPY, (byte) 1,
            Trace.Purpose.PROBE, (byte) 2, Trace.Purpose.NOTICE, (byte) 3));
    private static final String NO_POST = "0".repeat(2 * POST_OCTETS);

    private final Seals seals;

    BounceTokens(KeyRing ring) {
        this.seals = new Seals(ring, SAYING);
    }

    /** The token for that mail, under the current key. The same mail always gives the same token. */
    public String sign(Trace.Marked mail) {
        var said = ByteBuffer.allocate(SAYING)
                .put(TokenHead.of(code(mail.purpose()), mail.list(), mail.subscriber()))
                .put(HexFormat.of().parseHex(mail.post().map(PostId::value).orElse(NO_POST))).array();
        return written(seals.seal(said, mail.list(), mail.subscriber()));
    }

    private static byte code(Trace.Purpose purpose) {
        return Optional.ofNullable(CODES.get(purpose)).orElseThrow();
    }

    private static String written(byte[] octets) {
        var digits = new BigInteger(1, octets).toString(RADIX);
        return "0".repeat(ReturnPath.TOKEN_LENGTH - digits.length()) + digits;
    }

    /** Checks a token. Empty when it is none that was made under one of the keys. */
    public Optional<BounceToken> read(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        var hex = "%060x".formatted(new BigInteger(text, RADIX));
        var octets = HexFormat.of().parseHex(hex);
        return seals.isChecked(octets)
                ? purpose(octets[1]).map(purpose -> new BounceToken(purpose, post(hex), hex))
                : Optional.empty();
    }

    private static Optional<Trace.Purpose> purpose(byte code) {
        return CODES.entrySet().stream().filter(each -> each.getValue() == code).map(Map.Entry::getKey).findFirst();
    }

    private static Optional<PostId> post(String hex) {
        var value = hex.substring(2 * TokenHead.OCTETS, 2 * SAYING);
        return value.equals(NO_POST) ? Optional.empty() : Optional.of(new PostId(value));
    }

    /** The mail that the token stands for, if it went to this member of this list. */
    public Optional<Trace.Marked> trace(BounceToken token, ListId list, SubscriberId member) {
        return seals.fits(HexFormat.of().parseHex(token.hex()), list, member)
                ? Optional.of(new Trace.Marked(list, token.post(), member, token.purpose()))
                : Optional.empty();
    }
}
