package org.clubpost.core.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A size as people type it: a number of octets, or one with {@code K} or {@code M}, which are 1,024 octets and 1,024 K.
 *
 * @param octets how many; not negative
 */
public record ByteSize(long octets) {

    private static final long K = 1L << 10;
    private static final long M = 1L << 20;
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})([KM]?)");

    /**
     * @throws IllegalArgumentException when the size is negative
     */
    public ByteSize {
        if (octets < 0) {
            throw new IllegalArgumentException("a negative size");
        }
    }

    /**
     * Reads a size such as {@code 10M}, {@code 512K} or {@code 1024}, of at most nine digits; empty for anything else.
     */
    public static Optional<ByteSize> parse(String typed) {
        var parts = SHAPE.matcher(typed);
        return parts.matches()
                ? Optional.of(new ByteSize(Long.parseLong(parts.group(1)) * unit(parts.group(2))))
                : Optional.empty();
    }

    private static long unit(String letter) {
        return switch (letter) {
            case "K" -> K;
            case "M" -> M;
            default -> 1;
        };
    }

    /** The same in whole M or K, and no more than it is. */
    public ByteSize roundedDown() {
        return new ByteSize(octets >= M ? octets - octets % M : octets - octets % K);
    }

    /** The size as it is said, such as {@code 10 MB}: in whole MB or KB, rounded down. */
    public String said() {
        return octets >= M ? octets / M + " MB" : octets / K + " KB";
    }

    /** The size as it is typed, in the largest unit that fits exactly. */
    public String written() {
        if (octets == 0 || octets % K != 0) {
            return Long.toString(octets);
        }
        return octets % M == 0 ? octets / M + "M" : octets / K + "K";
    }
}
