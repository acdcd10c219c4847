package org.clubpost.core.secret;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of an address: 128 bits as 32 lower-case hexadecimal digits. It is the same on every list of an installation.
 * It does not reveal the address. Without the installation's secret, nobody can test whether an address belongs to it.
 *
 * @param hex the digits
 */
public record SubscriberId(String hex) implements Comparable<SubscriberId> {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    /**
     * @throws IllegalArgumentException when these are not 32 hexadecimal digits
     */
    public SubscriberId {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a subscriber id");
        }
    }

    /** Reads digits from outside; empty when they are no key. */
    public static Optional<SubscriberId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new SubscriberId(text)) : Optional.empty();
    }

    /** The key that follows this one; empty for the highest. */
    public Optional<SubscriberId> successor() {
        var next = new BigInteger(hex, 16).add(BigInteger.ONE);
        return next.bitLength() > 128 ? Optional.empty() : Optional.of(new SubscriberId("%032x".formatted(next)));
    }

    @Override
    public int compareTo(SubscriberId other) {
        return hex.compareTo(other.hex);
    }
}
