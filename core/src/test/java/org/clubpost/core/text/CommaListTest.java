package org.clubpost.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CommaListTest {

    private static Optional<Integer> digit(String text) {
        return text.matches("\\d") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    @Test
    void valuesStandBetweenCommasAndWhiteSpaceOnceEach() {
        assertEquals(Optional.of(List.of(3, 1, 2)), CommaList.parse(" 3, 1,,2\n3\t1 ,", CommaListTest::digit));
        assertEquals(Optional.of(List.of()), CommaList.parse(" , ", CommaListTest::digit));
        assertEquals(Optional.of(List.of()), CommaList.parse("", CommaListTest::digit));
    }

    @Test
    void oneWrongValueSpoilsAll() {
        assertEquals(Optional.empty(), CommaList.parse("1, x, 2", CommaListTest::digit));
    }

    @Test
    void valuesAreWrittenAsTheyAreRead() {
        assertEquals("3, 1, 2", CommaList.written(List.of(3, 1, 2), String::valueOf));
        assertEquals("", CommaList.written(List.of(), String::valueOf));
    }
}
