package org.clubpost.cli.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many lines of a file have somebody without an address, and the first of these lines. */
final class WithoutAddress {

    private static final int MOST_LINES_SHOWN = 5;

    private final List<Long> first = new ArrayList<>();
    private long count;

    /** Such a line. */
    void add(long number) {
        count++;
        if (first.size() < MOST_LINES_SHOWN) {
            first.add(number);
        }
    }

    /** For people: {@code Without an address 2, lines 3, 7}; empty when there is none. */
    Optional<String> words() {
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of("Without an address " + count + (count == 1 ? ", line " : ", lines ")
                        + first.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + (count > first.size() ? " and more" : ""));
    }
}
