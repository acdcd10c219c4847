package org.clubpost.mail.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clubpost.mail.Mails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddTypeTest {

    private static String type(String fields, String body) {
        var type = MimeParser.parse(Octets.latin1(fields + "\r\n\r\n" + body)).contentType();
        return type.type() + "/" + type.subtype() + type.parameter("charset").map(name -> " " + name).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "`` | text/plain",
                    ";; | text/plain",
                    "/ | text/plain",
                    "plain | text/plain",
                    "plain/text; charset=utf-8 | text/plain utf-8",
                    "text / plain; charset=utf-8 | text/plain utf-8",
                    "charset=\"utf-8\" | text/plain utf-8",
                    "; charset=koi8-r | text/plain koi8-r",
                    "HTML; charset=utf-8 | text/html utf-8",
                    "text / html | text/html",
                    "application | text/plain",
                    "application/octet-stream > | application/octet-stream",
                    "application/x-foo | application/x-foo",
                    "x-foo/bar | x-foo/bar",
                    "chemical/x-pdb | chemical/x-pdb",
                    "pdf; name=a.pdf | application/octet-stream",
                    "plain/text; name=a.txt | plain/text",
            })
    void textOfAnOddTypeIsAText(String field, String type) {
        assertEquals(type, type("Content-Type: " + field, "hello \u00dc\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Disposition: attachment", "Content-Disposition: inline; filename=a.bin",
                    "Content-Transfer-Encoding: x-uuencode"})
    void fileOfAnOddTypeIsAFile(String field) {
        assertEquals("application/octet-stream", type("Content-Type:\r\n" + field, "hello\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%PDF-1.4\r\n", "a\0b", "\u0001\u0002\u0003 abc", "\u007f\u007f"})
    void dataOfAnOddTypeAreAFile(String data) {
        assertEquals("application/octet-stream", type("Content-Type:", data));
    }

    @Test
    void encodedTextIsLookedIntoDecoded() {
        var fields = "Content-Type:\r\nContent-Transfer-Encoding: base64";

        assertEquals("text/plain", type(fields, "aGVsbG8=\r\n"));
        assertEquals("text/plain", type(fields, "aGVs".repeat(100_000)));
        assertEquals("application/octet-stream", type(fields, "AAAA\r\n"));
    }

    @Test
    void textOfAnOddTypeGetsTheFooterBelow() {
        for (var field : new String[]{"", "plain/text; charset=utf-8", "nonsense"}) {
            var copy = Mails.copy(Mails.lines("From: a@example.com", "MIME-Version: 1.0", "Content-Type: " + field, "",
                    "Hello all."));

            assertTrue(copy.contains("Content-Type: text/plain"), copy);
            assertFalse(copy.contains("multipart"), copy);
            assertTrue(copy.indexOf("Hello all.") < copy.indexOf("token=PAGE"), copy);
            assertTrue(copy.indexOf("Hello all.") > 0, copy);
        }
    }
}
