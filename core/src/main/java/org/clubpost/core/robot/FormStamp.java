package org.clubpost.core.robot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.secret.SubscriberIds;

/**
 * When a form was shown, signed by the installation, so that nobody can make one up. It belongs to no form and to no
 * visitor in particular, and nothing of it is stored.
 *
 * @param shown when, to the millisecond
 */
public record FormStamp(Instant shown) {

    /** Nobody enters an address and presses a button in less; programs do it in a tenth. */
    public static final Duration LEAST = Duration.ofSeconds(2);
    /** A page may stand open over night. */
    public static final Duration MOST = Duration.ofHours(24);
    /** The longest text of a stamp. */
    public static final int MAX_LENGTH = 64;

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,15})\\.([0-9a-f]{32})");

    /** How long the form was open. */
    public enum Age {
        /** As long as people need. */
        GOOD,
        /** Shorter than anybody needs. */
        TOO_FAST,
        /** So long that one should look at the form again. */
        TOO_OLD
    }

    /** The text for a field of the form: milliseconds since 1970, a full stop and 32 hexadecimal digits. */
    public String text(SubscriberIds ids) {
        var millis = Long.toString(shown.toEpochMilli());
        return millis + "." + signature(ids, millis);
    }

    /** Reads a stamp of ours; empty when it is none. */
    public static Optional<FormStamp> parse(String text, SubscriberIds ids) {
        var parts = SHAPE.matcher(text);
        return parts.matches() && isSame(parts.group(2), signature(ids, parts.group(1)))
                ? Optional.of(new FormStamp(Instant.ofEpochMilli(Long.parseLong(parts.group(1)))))
                : Optional.empty();
    }

    /** How long ago that was. A clock that was set back makes nobody a robot. */
    public Age age(Instant now) {
        var open = Duration.between(shown, now);
        return open.compareTo(MOST) > 0
                ? Age.TOO_OLD
                : open.compareTo(LEAST) < 0 && !open.isNegative() ? Age.TOO_FAST : Age.GOOD;
    }

    private static String signature(SubscriberIds ids, String millis) {
        return ids.digest("form shown " + millis);
    }

    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
