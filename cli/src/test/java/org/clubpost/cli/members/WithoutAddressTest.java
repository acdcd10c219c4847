package org.clubpost.cli.members;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class WithoutAddressTest {

    private static Optional<String> words(long lines) {
        var without = new WithoutAddress();
        LongStream.rangeClosed(1, lines).forEach(without::add);
        return without.words();
    }

    @Test
    void countIsSaidOnceWithTheFirstLines() {
        assertEquals(Optional.empty(), words(0));
        assertEquals(Optional.of("Without an address 1, line 1"), words(1));
        assertEquals(Optional.of("Without an address 5, lines 1, 2, 3, 4, 5"), words(5));
        assertEquals(Optional.of("Without an address 30, lines 1, 2, 3, 4, 5 and more"), words(30));
    }
}
