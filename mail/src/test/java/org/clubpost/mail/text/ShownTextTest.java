package org.clubpost.mail.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTextTest {

    private static String shown(String mail) {
        return ShownText.of(MimeParser.parse(Octets.latin1(mail.replace("\n", "\r\n"))));
    }

    private static String parts(String type, String... parts) {
        return "Content-Type: " + type + "; boundary=b\n\n--b\n" + String.join("\n--b\n", parts) + "\n--b--\n";
    }

    private static String part(String type, String text) {
        return "Content-Type: text/" + type + "\n\n" + text;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"plain; charset=iso-8859-1 | M\u00fcller | M\u00fcller",
                    "plain | M\u00c3\u00bcller | M\u00fcller",
                    "plain; charset=us-ascii | M\u00c3\u00bcller | M\u00fcller",
                    "plain; charset=x-none | M\u00fcller | M\u00fcller",
                    "plain; charset=windows-1252 | a\u0093b\u0094 | a\u201cb\u201d",
                    "html; charset=utf-8 | <p>M\u00c3\u00bcller&amp;S&ouml;hne</p> | M\u00fcller&S\u00f6hne",
                    "html | a<br>b<br/><br>c | a~b~~c", "html | <p>a</p><p>b</p> | a~~b",
                    "html | <div>a</div><div>b<div>c</div></div>d | a~b~c~d",
                    "html | a <b>b</b><i>c</i> d | a bc d",
                    "html | <style>x{}</style><title>t</title>a<script>s</script> | a",
                    "html | a<span style='display: NONE'>b</span><!-- c --> | a", "html | &lt;script&gt; | <script>",
                    "html | <ul><li>a<li>b</ul><p>c | a~b~~c", "html | <html | ''", "html | <p>&nbsp;</p> | ''",
                    "plain | a\u0000\u001bb | a  b", "enriched | a | ''"})
    void charactersAndMarkAreRead(String type, String text, String expected) {
        assertEquals(expected.replace('~', '\n'), shown(part(type, text)));
    }

    @Test
    void textIsTidy() {
        assertEquals("a\n\nb\nc", shown(part("plain", "\n\n a  \n\n \n\n\nb\nc\n\n")));
        assertEquals("ab", shown(part("plain; charset=utf-8", "a\u00e2\u0080\u00aeb\u00e2\u0080\u008b")));
        assertEquals("one two\n--\nSam", shown(part("plain; format=Flowed", "one \ntwo\n-- \nSam")));
        assertEquals("one\ntwo", shown(part("plain", "one \ntwo")));
    }

    @Test
    void firstTextThatSaysSomethingIsTaken() {
        var plain = part("plain", "plain");
        var html = part("html", "<p>html</p>");
        var blank = part("plain", " \n\n");
        var file = "Content-Type: text/plain; name=x\nContent-Disposition: attachment; filename=x\n\nfile";

        assertEquals("plain", shown(parts("multipart/alternative", html, plain)));
        assertEquals("html", shown(parts("multipart/alternative", blank, html)));
        assertEquals("html", shown(parts("multipart/mixed", file, html)));
        assertEquals("", shown(parts("multipart/mixed", file, "Content-Type: image/png\n\nx", blank)));
        assertEquals("plain", shown(parts("multipart/signed", plain, "Content-Type: application/pgp-signature\n\nx")));
        assertEquals("", shown(parts("multipart/encrypted", plain, html)));
        assertEquals("", shown(parts("multipart/mixed", "Content-Type: message/rfc822\n\nSubject: x\n\ny")));
        assertEquals("", shown("Subject: x\n\n"));
        assertEquals("hello", shown("Subject: x\n\nhello\n"));
    }

    @Test
    void encodedTextsAreDecoded() {
        assertEquals("M\u00fcller = x", encoded("quoted-printable", "M=C3=BCller =3D =\nx\n"));
        assertEquals("M\u00fcller", encoded("base64", "TcO8bGxlcg==\n"));
    }

    private static String encoded(String encoding, String text) {
        return shown(part("plain; charset=utf-8\nContent-Transfer-Encoding: " + encoding, text));
    }

    /** Whatever a stranger sends costs little. */
    @Test
    @Timeout(20)
    void largeAndDeepTextsCostLittle() {
        for (var bit : List.of("<div>", "<p>", "<", "&", "<b><table>", "</p>", " \n", "a \n", "<!--")) {
            var text = bit.repeat(2_000_000 / bit.length());

            assertTrue(shown(part("html", text)).length() <= 256 << 10, bit);
            assertTrue(shown(part("plain; format=flowed", text)).length() <= 128 << 10, bit);
        }
        assertEquals("", shown(parts("multipart/mixed", "Content-Type: image/png\n\nx\n--b\n".repeat(5_000),
                part("plain", "x"))));
    }
}
