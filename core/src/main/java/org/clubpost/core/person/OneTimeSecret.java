package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** A secret that opens the {@linkplain OperatorDoor door} once. It lives as long as this process. */
public final class OneTimeSecret implements OperatorDoor {

    private static final int OCTETS = 24;

    private final String text;
    private final AtomicBoolean used = new AtomicBoolean();

    /**
     * A new one.
     *
     * @param random must be cryptographically strong
     */
    public OneTimeSecret(RandomGenerator random) {
        var octets = new byte[OCTETS];
        random.nextBytes(octets);
        this.text = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** The secret itself, for whoever may see it. */
    public String text() {
        return text;
    }

    @Override
    public boolean fits(String secret) {
        return !used.get() && matches(secret);
    }

    @Override
    public boolean pass(String secret) {
        return matches(secret) && used.compareAndSet(false, true);
    }

    /** Takes the same time whatever was sent. */
    private boolean matches(String secret) {
        return MessageDigest.isEqual(text.getBytes(US_ASCII), secret.getBytes(UTF_8));
    }

    /** Says what this is, and not the secret. */
    @Override
    public String toString() {
        return "OneTimeSecret[hidden]";
    }
}
