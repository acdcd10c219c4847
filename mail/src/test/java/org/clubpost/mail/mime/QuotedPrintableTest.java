package org.clubpost.mail.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedPrintableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '`',
            value = {
                    "a=C3=BCb|a\u00c3\u00bcb",
                    "a=c3=bcb|a\u00c3\u00bcb",
                    "soft=~break|softbreak",
                    "soft= \t~break|softbreak",
                    "soft=|soft",
                    "trailing \t~x|trailing~x",
                    "= 3D|= 3D",
                    "=3|=3",
                    "=ZZ|=ZZ",
                    "==3D|=="})
    void isDecodedLeniently(String encoded, String expected) {
        String input = encoded.replace("~", "\r\n");

        assertEquals(expected.replace("~", "\r\n"), QuotedPrintable.decode(Octets.latin1(input)).latin1());
    }

    @Test
    void whatIsEncodedDecodesToTheSameInShortLinesOfAscii() {
        var random = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            var data = new StringBuilder();
            for (int i = random.nextInt(300); i > 0; i--) {
                data.append(switch (random.nextInt(12)) {
                    case 0 -> "\r\n";
                    case 1 -> "\r";
                    case 2 -> "\n";
                    case 3 -> " ";
                    case 4 -> "\u00fc";
                    case 5 -> "=";
                    default -> "x";
                });
            }

            String encoded = QuotedPrintable.encode(Octets.latin1(data.toString())).latin1();

            assertEquals(data.toString(), QuotedPrintable.decode(Octets.latin1(encoded)).latin1());
            assertTrue(encoded.matches("(?:[!-~ \\t]{0,75}[!-~]?(?:\r\n|$))*"), encoded);
        }
    }

    @Test
    void aDotAndFromDoNotBeginALine() {
        assertEquals("=2E\r\n=46rom me\r\n=2D-b\r\n",
                QuotedPrintable.encode(Octets.latin1(".\r\nFrom me\r\n--b\r\n")).latin1());
    }
}
