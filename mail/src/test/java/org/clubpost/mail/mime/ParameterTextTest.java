package org.clubpost.mail.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", ";", "; name=x", "; name=\"a b.txt\"; size=3;", "; charset=us-ascii (Plain text)",
                    "; name*0=\"a\"; name*1=\"b\"", "; name*0*=UTF-8''a%C3; name*1*=%BC.pdf", " ; name = x",
                    "; name=\"a\\\"b\"", "; filename=\"x\"; filename*=UTF-8''%C3%BC"})
    void theGrammarIsStrict(String text) {
        assertTrue(ParameterText.isStrict(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"; charset=utf-8 name=notes.txt | notes.txt", "charset=utf-8 name=\"a b.txt\" | a b.txt",
                    "; name=\"notes.txt\" charset=utf-8 | notes.txt", "; name=my file.txt; size=3 | my file.txt",
                    "; name=file (1).pdf | file (1).pdf", "; name=\"a.pdf\"; name=\"b.pdf\" | a.pdf",
                    "; name*0=\"abc\"; name*2=\"def.pdf\" | abcdef.pdf",
                    "; name*2*=%BC.pdf; name*0*=UTF-8''a%C3 | a\u00fc.pdf",
                    "; name*1=\"b.pdf\"; name*3=\"c\" | b.pdfc",
                    "; name==?utf-8?Q?Gr=C3=BC.pdf?= | =?utf-8?Q?Gr=C3=BC.pdf?=",
                    "; name=\"My \"old\" file.pdf\" | My \"old\" file.pdf", "; name=\"unclosed.pdf | unclosed.pdf",
                    "; name=\"unclosed; x=\"y\" | unclosed", "; name=x.pdf, size=3 | x.pdf", ", name=x.pdf | x.pdf",
                    "; name*=\"utf-8''x%C3%BC.pdf\" | x\u00fc.pdf", ";; name=\"C:\\dir\\x.pdf\" | C:\\dir\\x.pdf",
                    "; x; name=y.pdf | y.pdf", "; =x; name=y.pdf | y.pdf", "; name=x.pdf\" | x.pdf",
                    "; name=\"a\\\"b.pdf\" size=3 | a\"b.pdf", "; name=\"a.pdf\"tail | a.pdftail",
                    "; name=Rechnung; Mai.pdf | Rechnung; Mai.pdf", "; name=a;b.txt | a;b.txt",
                    "; name=a; b; c.txt; size=3 | a; b; c.txt", "; name=x.pdf; inline | x.pdf",
                    "; name=x.pdf;; size=3 | x.pdf", "; name=\"a;b.pdf | a;b.pdf",
                    "; name=\"a;b.pdf; size=3 | a;b.pdf", "; name=report type=final.pdf | report type=final.pdf",
                    "; name=report.v2 type=final.pdf | report.v2 type=final.pdf", "; name=size=3.pdf | size=3.pdf",
                    "; name=\"notes.txt\"    charset=us-ascii | notes.txt",
                    "; name=\"notes.txt\" charset=us-ascii | notes.txt", "; name=notes.txt charset=utf-8 | notes.txt",
                    "; name=README\tcharset=us-ascii | README", "; name=README  size=3 | README",
                    "; name=a.pdf name=b.pdf | a.pdf", "; name:\"x.pdf\" | x.pdf",
                    "; charset=utf-8; name: x.pdf | x.pdf"})
    void whatBreaksTheGrammarIsReadAllTheSame(String text, String name) {
        assertFalse(ParameterText.isStrict(text));
        assertEquals(name, ParameterText.read(text).get("name"));
    }

    @Test
    void aCommentBehindAWordIsNoPartOfIt() {
        assertEquals(Map.of("charset", "us-ascii", "name", "x"),
                ParameterText.read(";; charset=us-ascii (Plain text); name=x"));
    }

    @Test
    void aTextThatIsTooLongHasNone() {
        assertEquals(Map.of(), ParameterText.read("; name=" + "x".repeat(9_000)));
        assertFalse(ParameterText.isStrict("; name=" + "x".repeat(9_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\"", ";", "(", "; a=\"", "a=", " name=", "\"", "*0*="})
    void nothingTakesLong(String piece) {
        var text = "; name=\"" + piece.repeat(8_000 / piece.length());

        assertTrue(ParameterText.read(text).size() < 5_000);
        ParameterText.isStrict(text);
        ParameterText.isStrict(text + "\"");
    }
}
