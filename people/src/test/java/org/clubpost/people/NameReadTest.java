package org.clubpost.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NameReadTest {

    private static final String OWN = "ann@x.example";

    @ParameterizedTest
    @ValueSource(
            strings = {"Evil <c@evil.example>", "c@evil.example", "Evil c\uFF20evil.example", "Evil (c@evil.example)",
                    "ann@x.example.evil", "Win http://evil.example", "www.evil.example", "mailto:c"})
    void addressInANameDropsIt(String name) {
        assertEquals(new NameRead("", Optional.of("holds an address")), NameRead.of(name, OWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"e\")", "=1+1", "+1-2", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A", " '=A1",
                    "\uFF1DA1",
                    "+41 79 123 45 67", "=-A", "\"=A1\"", "=A&B"})
    void formulaInPlaceOfANameDropsIt(String name) {
        assertEquals(new NameRead("", Optional.of("begins like a formula")), NameRead.of(name, OWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ann", "-Ann-", "=Ann", "'t Hooft", "@ann", "Ann (Bern)", "Ann = Bea", "A+B",
                    "Müller-Lüdenscheidt",
                    "Ann @ work", "Awww.", "Dr. A. B., 2nd", "", "O'Neil & Sons"})
    void otherNamesStay(String name) {
        assertEquals(new NameRead(name, Optional.empty()), NameRead.of(name, OWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann B (ann@x.example)", "Ann B <ANN@x.example>", "Ann B [ann@x.example]"})
    void ownAddressBehindANameIsNoPartOfIt(String name) {
        assertEquals(new NameRead("Ann B", Optional.empty()), NameRead.of(name, OWN));
    }

    @Test
    void longNameCostsLittle() {
        for (var name : List.of("=" + "(".repeat(500_000), "'".repeat(500_000), "+ ".repeat(400_000),
                "=" + "a".repeat(900_000))) {
            assertTimeout(Duration.ofSeconds(20), () -> NameRead.of(name, OWN));
        }
    }
}
