package org.clubpost.function.admin.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void answerNamesNoMoreFieldsThanAnybodyReads() {
        var wrong = IntStream.range(0, 1_000).mapToObj(number -> new Problem.Wrong("f" + number, "is not known here"));

        assertEquals(Problem.MOST_ERRORS, errors(wrong));
        assertEquals(3, errors(Stream.of("a", "b", "c").map(name -> new Problem.Wrong(name, "must be there"))));
    }

    private static long errors(Stream<Problem.Wrong> wrong) {
        return Problem.fields(wrong.toList()).answer().toString().split("pointer", -1).length - 1L;
    }
}
