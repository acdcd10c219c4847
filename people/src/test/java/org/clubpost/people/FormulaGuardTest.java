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
                    "'=1,''=1", "\"=a\nb\",\"'=a\nb\"", "'t Hooft,'t Hooft", "Ann,Ann", "\"\",\"\"",
                    "＝1,'＝1", "\"\n=1\",\"'\n'=1\"", "Ann;=1;b,Ann;'=1;b", "\"Ann, =1\",\"Ann, '=1\"",
                    "Ann;'=1,Ann;''=1", "a|@b,a|'@b", "a = b; c-d,a = b; c-d"})
    void guardIsPutBeforeFormulasOnlyAndTakenAwayAgain(String text, String guarded) {
        assertEquals(guarded, FormulaGuard.on(text));
        assertEquals(text, FormulaGuard.off(guarded));
    }
}
