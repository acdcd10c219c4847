package org.clubpost.mail.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5322 sections 3.3 and 4.3. */
class DateFieldTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Mon, 2 Mar 2026 10:00:00 +0000", "2 Mar 26 10:00 EST", "2 Mar 2026 10:00:60 Z",
                    "Mon, 02 Mar 2026 10:00:00 +0100 (CET (winter))", "mon , 2 mar 2026 10 : 00 : 00 gmt",
                    "Sun, 29 Feb 2004 00:00 -0800"})
    void aDateOfTheGrammarIsADate(String value) {
        assertTrue(DateField.isDate(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"2026-03-02T10:00:00Z                       | Mon, 2 Mar 2026 10:00:00 +0000",
                    "2026-03-02 10:00:00.123 +01:00             | Mon, 2 Mar 2026 10:00:00 +0100",
                    "2026-03-02 10:00                           | Mon, 2 Mar 2026 10:00:00 -0000",
                    "2026-13-02 10:00                           | -",
                    "Mon, 2 Mar 2026 9:00:00 GMT                | Mon, 2 Mar 2026 09:00:00 +0000",
                    "Mon, 2 Mar 2026 10:00:00                   | Mon, 2 Mar 2026 10:00:00 -0000",
                    "Mon, 02-Mar-2026 10:00:00 GMT              | Mon, 2 Mar 2026 10:00:00 +0000",
                    "Wed, 1 Jul 2026 10:00:00 CEST              | Wed, 1 Jul 2026 10:00:00 +0200",
                    "Mon, 2 Mar 2026 10:00:00 CET               | Mon, 2 Mar 2026 10:00:00 +0100",
                    "Wed, 1 Jul 2026 10:00:00 MESZ              | Wed, 1 Jul 2026 10:00:00 +0200",
                    "Mon, 2 Mar 2026 10:00:00 JST               | Mon, 2 Mar 2026 10:00:00 +0900",
                    "Mon, 2 Mar 2026 10:00:00 GMT+1             | Mon, 2 Mar 2026 10:00:00 +0100",
                    "Mon, 2 Mar 2026 10:00:00 UTC+02:00         | Mon, 2 Mar 2026 10:00:00 +0200",
                    "Mon, 2 Mar 2026 10:00:00 GMT-0330          | Mon, 2 Mar 2026 10:00:00 -0330",
                    "Mon, 2 Mar 2026 10:00:00 +01:00            | Mon, 2 Mar 2026 10:00:00 +0100",
                    "Mon, 2 Mar 2026 10:00:00 UTC               | Mon, 2 Mar 2026 10:00:00 +0000",
                    "Wed, 1 Jul 2026 10:00:00 BST               | Wed, 1 Jul 2026 10:00:00 +0100",
                    "Mon, 2 Mar 2026 10:00:00 AEST              | Mon, 2 Mar 2026 10:00:00 +1000",
                    "Mon, 2 Mar 2026 10:00:00 IST               | Mon, 2 Mar 2026 10:00:00 -0000",
                    "Mon, 2 Mar 2026 10:00:00 XYZ               | Mon, 2 Mar 2026 10:00:00 -0000",
                    "Mon, 2 Mar 2026 10:00:00 GMT+99            | Mon, 2 Mar 2026 10:00:00 -0000",
                    "Mon, 2 Mar 2026 10:00:00 Europe/Berlin     | Mon, 2 Mar 2026 10:00:00 -0000",
                    "Mon, 2 Mar 2026 10:00:00 +0200 (Mitteleuro | Mon, 2 Mar 2026 10:00:00 +0200",
                    "2 March 2026 10:00:00 +0100                | Mon, 2 Mar 2026 10:00:00 +0100",
                    "Monday, 2 March 2026 10:00:00 +0100        | Mon, 2 Mar 2026 10:00:00 +0100",
                    "Mon Mar  2 10:00:00 2026                   | Mon, 2 Mar 2026 10:00:00 -0000",
                    "Mon Mar  2 10:00:00 CET 2026               | Mon, 2 Mar 2026 10:00:00 +0100",
                    "Mon Mar 2 10:00:00 2026 +0100              | Mon, 2 Mar 2026 10:00:00 +0100",
                    "Mon Mar 2 2026 10:00:00 GMT+0100 (CET)     | Mon, 2 Mar 2026 10:00:00 +0100",
                    "March 2, 2026 1:05 PM EST                  | Mon, 2 Mar 2026 13:05:00 -0500",
                    "Mon, 2 Mar 2026 12:05:00 AM +0100          | Mon, 2 Mar 2026 00:05:00 +0100",
                    "Tue, 31 Feb 2026 10:00:00 +0000            | -",
                    "Mon, 2 Xyz 2026 10:00:00 +0000             | -",
                    "Mon, 2 Mar 2026 25:00:00 +0000             | -",
                    "Mon, 2 Mar 2026 10:61:00 +0000             | -",
                    "Mon, 2 Mar 2026 10:00:75 CET               | -",
                    "Thu, 1 Jan 1970 0:00:00 +0000              | -",
                    "Thu, 1 Jan 9999 0:00:00 +0000              | -",
                    "tomorrow (                                 | -",
                    "''                                         | -"})
    void anythingElseIsNone(String value, String date) {
        assertFalse(DateField.isDate(value));
        assertEquals(Optional.ofNullable(date), DateField.mended(value));
    }

    @Test
    void commentsGo() {
        assertEquals(Optional.of("Mon, 2 Mar 2026 10:00:00 +0200"),
                DateField.mended("Mon, 2 Mar 2026 10:00:00 +0200 (Mitteleurop\u00e4ische (x) Zeit)"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 200_000})
    void aLongFieldIsNotRead(int length) {
        assertFalse(DateField.isDate("(".repeat(length)));
        assertEquals(Optional.empty(), DateField.mended("(".repeat(length)));
    }
}
