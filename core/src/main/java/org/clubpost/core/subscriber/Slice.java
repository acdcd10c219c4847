package org.clubpost.core.subscriber;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clubpost.core.secret.SubscriberId;

/**
 * An interval of subscriber keys, both ends included.
 *
 * @param first the lowest key in it
 * @param last the highest key in it
 */
public record Slice(SubscriberId first, SubscriberId last) {

    /**
     * The most bits by which the key space is cut. They give 64 slices, and one DynamoDB transaction can create that
     * many together with their post.
     */
    public static final int MAX_BITS = 6;

    /**
     * @throws IllegalArgumentException when the ends are the wrong way round
     */
    public Slice {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("first key above last");
        }
    }

    /**
     * The whole key space in 2<sup>bits</sup> equal slices, in key order.
     *
     * @param bits 0 to {@value #MAX_BITS}
     */
    public static List<Slice> cut(int bits) {
        if (bits < 0 || bits > MAX_BITS) {
            throw new IllegalArgumentException("bits out of range: " + bits);
        }
        var width = 1L << (32 - bits);
        return IntStream.range(0, 1 << bits).mapToObj(index -> new Slice(
                new SubscriberId("%08x".formatted(index * width) + "0".repeat(24)),
                new SubscriberId("%08x".formatted((index + 1) * width - 1) + "f".repeat(24)))).toList();
    }

    /** The part of this slice at the key or above; empty when there is none. */
    public Optional<Slice> from(SubscriberId key) {
        return key.compareTo(last) > 0
                ? Optional.empty()
                : Optional.of(key.compareTo(first) <= 0 ? this : new Slice(key, last));
    }

    /** Whether the key lies in this slice. */
    public boolean contains(SubscriberId id) {
        return first.compareTo(id) <= 0 && id.compareTo(last) <= 0;
    }
}
