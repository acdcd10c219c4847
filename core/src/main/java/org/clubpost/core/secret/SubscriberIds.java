package org.clubpost.core.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.Mailbox;

/**
 * Makes the keys under which people are stored: the first 128 bits of HMAC-SHA-256 (RFC 2104) under the installation's
 * secret, which never changes. Safe for use by many threads.
 */
public final class SubscriberIds {

    private static final String HMAC = "HmacSHA256";

    /** Has the secret; a copy of it costs less than a new one. */
    private final Mac mac;

    /**
     * @param secret the installation's secret, 256 bits
     */
    public SubscriberIds(SecretKey secret) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /** The key of the address in its {@linkplain EmailAddress#compared() compared} form. */
    public SubscriberId of(EmailAddress address) {
        return new SubscriberId(digest(address.compared()));
    }

    /**
     * A keyed hash of the {@linkplain Mailbox mailbox} that the address leads to, for counting what somebody gets.
     *
     * @return 32 hexadecimal digits, which are nobody's key
     */
    public String mailbox(EmailAddress address) {
        return digest("mailbox " + Mailbox.of(address).text());
    }

    /**
     * A keyed hash of any other text that must not be stored or logged in clear, such as a source address.
     *
     * @return 32 hexadecimal digits
     */
    public String digest(String text) {
        try {
            return HexFormat.of().formatHex(((Mac) mac.clone()).doFinal(text.getBytes(UTF_8)), 0, 16);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every JDK's " + HMAC + " can be copied", e);
        }
    }
}
