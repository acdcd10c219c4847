package org.clubpost.core.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Anna", "Anna Müßig", "O'Brien, \"Pat\" <x@example.org>", "王秀英", "محمد", "Ødegård ♞ 🙂",
                    "👩\u200d👩\u200d👧", "نام\u200cخانوادگی", "An\u2060na", "An\u206ana", "=?utf-8?q?x?="})
    void nameIsKeptAsItIs(String text) {
        assertEquals(Optional.of(new PersonName(text)), PersonName.parse(text));
        assertEquals(text, new PersonName(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Anna\r\nBcc: b@example.org", "An\rna", "An\nna", "An\0na", "An\tna", "An\u0007na",
                    "An\u001bna", "An\u007fna", "An\u0085na", "An\u2028na", "An\u2029na", "An\ud800na", "An\udc00na",
                    "An\u061cna", "An\u200ena", "An\u200fna", "An\u202ana", "An\u202bna", "An\u202cna", "An\u202dna",
                    "An\u202ena", "An\u2066na", "An\u2067na", "An\u2068na", "An\u2069na"})
    void charactersThatANameCannotHaveAreRefused(String text) {
        assertEquals(Optional.empty(), PersonName.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new PersonName(text));
    }

    @Test
    void whiteSpaceAroundANameIsCutAndTheNameComposed() {
        assertEquals("M\u00fcller", PersonName.parse("  \tMu\u0308ller \r\n").orElseThrow().text());
    }

    @Test
    void nameHasAtMostAHundredCodePoints() {
        assertEquals("🙂".repeat(100), PersonName.parse("🙂".repeat(100)).orElseThrow().text());
        assertEquals(Optional.empty(), PersonName.parse("a".repeat(101)));
    }

    @Test
    void blankNameIsNone() {
        assertEquals(Optional.of(PersonName.NONE), PersonName.parse("   "));
        assertFalse(PersonName.NONE.isGiven());
        assertTrue(new PersonName("Anna").isGiven());
    }

    @Test
    void nameCannotSlipIntoALog() {
        assertEquals("PersonName[hidden]", new PersonName("Anna").toString());
        assertEquals("PersonName[none]", PersonName.NONE.toString());
    }
}
