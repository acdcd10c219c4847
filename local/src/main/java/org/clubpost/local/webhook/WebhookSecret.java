package org.clubpost.local.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.aws.config.InstallationSecrets;

/** Signs what goes to webhooks (Standard Webhooks, "Signature scheme", symmetric). Safe for use by many threads. */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";
    private static final int LEAST_OCTETS = 24;
    private static final int MOST_OCTETS = 64;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /**
     * The usual secret of an installation. It is derived from the installation's own, so that a backup of that one is
     * enough.
     */
    public static WebhookSecret of(InstallationSecrets secrets) {
        return new WebhookSecret(hmac(secrets.installation(), "clubpost webhooks 1"));
    }

    /**
     * Reads one that somebody chose: {@code whsec_} and 24 to 64 octets in base64. Empty when it is none.
     */
    public static Optional<WebhookSecret> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text.substring(PREFIX.length())))
                    .filter(key -> key.length >= LEAST_OCTETS && key.length <= MOST_OCTETS).map(WebhookSecret::new);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** As a receiver is given it. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * The value of the field {@code webhook-signature}.
     *
     * @param id of {@code webhook-id}
     * @param seconds of {@code webhook-timestamp}
     * @param body what is sent
     */
    public String signature(String id, long seconds, String body) {
        return "v1," + Base64.getEncoder()
                .encodeToString(hmac(new SecretKeySpec(key, HMAC), id + "." + seconds + "." + body));
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /** Says what this is, and no more. */
    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
