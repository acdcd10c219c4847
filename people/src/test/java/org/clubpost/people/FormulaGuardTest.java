package org.clubpost.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a spreadsheet takes for a formula, there and back. */
final class FormulaGuardTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1,'=1+1", "+41 Club,'+41 Club", "-Ann,'-Ann", "@ann,'@ann",
                    "'=1,''=1", "\"=a\nb\",\"'=a\nb\"", "'t Hooft,'t Hooft", "Ann,Ann", "\"\",\"\""})
    void guardIsPutBeforeFormulasOnlyAndTakenAwayAgain(String text, String guarded) {
        assertEquals(guarded, FormulaGuard.on(text));
        assertEquals(text, FormulaGuard.off(guarded));
    }
}
