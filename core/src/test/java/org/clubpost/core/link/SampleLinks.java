package org.clubpost.core.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.secret.SubscriberId;

/** Keys and links for tests. */
public final class SampleLinks {

    /** An installation with one key, of number 1. */
    public static final SigningKeys KEYS = new SigningKeys(1, Map.of(1, aKey('1')));

    /** Signs under {@link #KEYS}. */
    public static final MembershipTokens TOKENS = new MembershipTokens(KEYS);

    /** The links of {@code https://lists.example.org}. */
    public static final PublicLinks LINKS = new PublicLinks(URI.create("https://lists.example.org"), TOKENS);

    private SampleLinks() {}

    /** A key of 256 bits made of that letter. */
    public static SecretKey aKey(char letter) {
        return new SecretKeySpec(String.valueOf(letter).repeat(32).getBytes(US_ASCII), "HmacSHA256");
    }

    /** A link for that purpose, with the time of {@link FixedClock#START} where it has one. */
    public static MembershipLink link(LinkPurpose purpose, ListId list, SubscriberId subscriber) {
        return new MembershipLink(purpose, list, subscriber,
                purpose.isTimed() ? Optional.of(FixedClock.START) : Optional.empty());
    }

    /** The token in a link to one of our pages. */
    public static String token(URI link) {
        return link.getQuery().replace("token=", "");
    }
}
