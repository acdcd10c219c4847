package org.clubpost.core.link;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * Signs and checks the short form of membership tokens, for links that stand in plain text: always {@value #LENGTH}
 * characters, whatever the list's name. Safe for use by many threads.
 *
 * <p>Written as base64url (RFC 4648 section 5) of 18 octets: key number, purpose, 3 octets of the list's {@linkplain
 * ShortToken#isAbout digest}, the first 5 octets of the subscriber's key, a check of 4 octets and a seal of 4 octets
 * ({@link Seals}).
 */
public final class ShortTokens {

    /** How many characters each has. */
    public static final int LENGTH = 24;

    private final Seals seals;

    ShortTokens(KeyRing ring) {
        this.seals = new Seals(ring, TokenHead.OCTETS);
    }

    /**
     * The short token for the link, under the current key. The same link always gives the same token.
     *
     * @throws IllegalArgumentException when the link's purpose has no short tokens
     */
    public String sign(MembershipLink link) {
        var code = link.purpose().shortCode()
                .orElseThrow(() -> new IllegalArgumentException("no short token for " + link.purpose()));
        return Base64.getUrlEncoder().encodeToString(
                seals.seal(TokenHead.of(code, link.list(), link.subscriber()), link.list(), link.subscriber()));
    }

    /** Checks a token from a link. Empty when it is no short token that was made under one of the keys. */
    public Optional<ShortToken> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            var octets = Base64.getUrlDecoder().decode(text);
            return isAt(octets)
                    ? LinkPurpose.ofShort(octets[1]).map(purpose -> new ShortToken(purpose,
                            HexFormat.of().formatHex(octets)))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether a short token of ours stands at the beginning of these octets. */
    boolean isAt(byte[] octets) {
        return octets.length >= seals.octets() && LinkPurpose.isShortCode(octets[1]) && seals.isChecked(octets);
    }

    /** The link that the token stands for, if it was made for this member of this list. */
    public Optional<MembershipLink> link(ShortToken token, ListId list, SubscriberId member) {
        return seals.fits(HexFormat.of().parseHex(token.hex()), list, member)
                ? Optional.of(new MembershipLink(token.purpose(), list, member))
                : Optional.empty();
    }
}
