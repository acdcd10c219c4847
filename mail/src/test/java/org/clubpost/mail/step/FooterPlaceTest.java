package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the footer stands in mails of several parts: a tree of subtypes, with a star at each part that has the link. */
class FooterPlaceTest {

    private static final String LINK = "https://lists.example.org/unsubscribe?token=PAGE";

    private static final String TEXT = "Content-Type: text/plain\r\n\r\nHello\r\n";
    private static final String HTML = "Content-Type: text/html\r\n\r\n<p>Hello</p>\r\n";
    /** No byte of it is a character, and nobody knows how it is encoded. */
    private static final String CLOSED = "Content-Type: text/plain\r\nContent-Transfer-Encoding: x-odd\r\n\r\n?\r\n";
    private static final String CLOSED_HTML = CLOSED.replace("plain", "html");
    private static final String TYPED = "Content-Type: text/plain\r\n\r\nOut: {{unsubscribe_url}}\r\n";
    private static final String FILE = "Content-Type: text/plain; name=a.txt\r\n\r\nA file\r\n";
    private static final String PHOTO = "Content-Type: image/png; name=a.png\r\nContent-Disposition: inline\r\n\r\n?\r\n";
    private static final String PDF = "Content-Type: application/pdf; name=a.pdf\r\n\r\n%PDF\r\n";
    private static final String CALENDAR = "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\n";
    private static final String NESTED = "Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\ninner\r\n";
    private static final String SIGNED = multipart("signed", TEXT,
            "Content-Type: application/pgp-signature\r\n\r\ns\r\n");

    private static String multipart(String subtype, String... parts) {
        var boundary = "b" + Integer.toHexString(List.of(parts).hashCode());
        return "Content-Type: multipart/" + subtype + "; boundary=" + boundary + "\r\n\r\n"
                + Stream.of(parts).map(part -> "--" + boundary + "\r\n" + part).collect(Collectors.joining())
                + "--" + boundary + "--\r\n";
    }

    private static Entity copy(String mail) {
        return MimeParser.parse(Octets.latin1(Mails.copy("From: a@example.com\r\nMIME-Version: 1.0\r\n" + mail)));
    }

    private static String tree(Entity entity) {
        var name = entity.contentType().subtype();
        if (entity.body() instanceof Body.Multipart multipart) {
            return name + multipart.parts().stream().map(part -> tree(part.entity()))
                    .collect(Collectors.joining(" ", "(", ")"));
        }
        return name + (text(entity).contains(LINK) ? "*" : "");
    }

    private static String text(Entity entity) {
        var body = ((Body.Leaf) entity.body()).octets();
        return new String(TransferDecoder.decode(body, entity.transferEncoding()).orElse(body).toByteArray(),
                StandardCharsets.UTF_8);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of("text, photo, text", multipart("mixed", TEXT, PHOTO, TEXT), "mixed(plain png plain*)"),
                Arguments.of("photo first", multipart("mixed", PHOTO, TEXT), "mixed(png plain*)"),
                Arguments.of("photo last", multipart("mixed", TEXT, PHOTO), "mixed(plain* png)"),
                Arguments.of("HTML, PDF, HTML", multipart("mixed", HTML, PDF, HTML), "mixed(html pdf html*)"),
                Arguments.of("nested rows",
                        multipart("mixed", TEXT, multipart("mixed", PHOTO, TEXT, multipart("mixed", PDF)), PDF),
                        "mixed(plain mixed(png plain* mixed(pdf)) pdf)"),
                Arguments.of("a footer of another list", multipart("mixed", multipart("alternative", TEXT, HTML), TEXT),
                        "mixed(alternative(plain html) plain*)"),
                Arguments.of("a named text at the end", multipart("mixed", TEXT, FILE), "mixed(plain* plain)"),
                Arguments.of("a calendar at the end", multipart("mixed", TEXT, CALENDAR), "mixed(plain* calendar)"),
                Arguments.of("a link that the author typed above", multipart("mixed", TYPED, PHOTO, TEXT),
                        "mixed(plain* png plain)"),
                Arguments.of("a text that is closed, then a file", multipart("mixed", CLOSED, PDF),
                        "mixed(plain plain* pdf)"),
                Arguments.of("a text that is closed, last", multipart("mixed", TEXT, PDF, CLOSED),
                        "mixed(plain pdf plain plain*)"),
                Arguments.of("a kind of text that we do not write", multipart("mixed", TEXT,
                        TEXT.replace("plain", "enriched")), "mixed(plain enriched plain*)"),
                Arguments.of("a signed part, last", multipart("mixed", TEXT, SIGNED),
                        "mixed(plain signed(plain pgp-signature) plain*)"),
                Arguments.of("a signed part as a file", multipart("mixed", TEXT,
                        "Content-Disposition: attachment\r\n" + SIGNED),
                        "mixed(plain* signed(plain pgp-signature))"),
                Arguments.of("the halves of a Macintosh's file",
                        multipart("mixed", TEXT, multipart("appledouble", PDF, PHOTO)),
                        "mixed(plain* appledouble(pdf png))"),
                Arguments.of("a kind of row that nobody knows", multipart("x-odd", TEXT, PDF, TEXT),
                        "x-odd(plain pdf plain*)"));
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of("Apple's, with rows in it",
                        multipart("alternative", TEXT, multipart("mixed", HTML, PDF, HTML)),
                        "alternative(plain* mixed(html pdf html*))"),
                Arguments.of("rows in both", multipart("alternative", multipart("mixed", TEXT, PHOTO, TEXT),
                        multipart("mixed", HTML, multipart("related", HTML, PHOTO))),
                        "alternative(mixed(plain png plain*) mixed(html related(html* png)))"),
                Arguments.of("with names", multipart("alternative", TEXT.replace("plain", "plain; name=a.txt"),
                        HTML.replace("html", "html; name=a.html")), "alternative(plain* html*)"),
                Arguments.of("the plain one closed", multipart("alternative", CLOSED, HTML),
                        "alternative(mixed(plain plain*) html*)"),
                Arguments.of("the HTML one closed", multipart("alternative", TEXT, CLOSED_HTML),
                        "alternative(plain* mixed(html plain*))"),
                Arguments.of("both closed", multipart("alternative", CLOSED, CLOSED_HTML),
                        "mixed(alternative(plain html) plain*)"),
                Arguments.of("both closed, in a row with a file",
                        multipart("mixed", multipart("alternative", CLOSED, CLOSED_HTML), PDF),
                        "mixed(alternative(plain html) plain* pdf)"),
                Arguments.of("a closed root of a related one",
                        multipart("alternative", TEXT, multipart("related", CLOSED_HTML, PHOTO)),
                        "alternative(plain* mixed(related(html png) plain*))"),
                Arguments.of("with a calendar and AMP", multipart("alternative", TEXT,
                        TEXT.replace("plain", "x-amp-html"), HTML, CALENDAR),
                        "alternative(plain* x-amp-html html* calendar)"),
                Arguments.of("an invitation only", multipart("alternative", CALENDAR), "alternative(calendar)"));
    }

    static Stream<Arguments> related() {
        var root = "Content-ID: <r@x>\r\n" + HTML;
        return Stream.of(
                Arguments.of("named", multipart("related; start=\"<r@x>\"", PHOTO, root), "related(png html*)"),
                Arguments.of("named without brackets", multipart("related; start=\"r@x\"", PHOTO, HTML, root),
                        "related(png html html*)"),
                Arguments.of("of that type", multipart("related; type=\"text/html\"", PHOTO, TEXT, HTML),
                        "related(png plain html*)"),
                Arguments.of("of a type that is divided", multipart("related; type=\"multipart/alternative\"", PHOTO,
                        multipart("alternative", TEXT, HTML)), "related(png alternative(plain* html*))"),
                Arguments.of("named twice", multipart("related; start=\"<r@x>\"; type=\"text/html\"",
                        "Content-ID: <r@x>\r\n" + PHOTO, root), "related(png html*)"),
                Arguments.of("named wrongly", multipart("related; start=\"<no@x>\"", HTML, PHOTO),
                        "related(html* png)"),
                Arguments.of("a photo", multipart("related", PHOTO, HTML), "related(png html*)"),
                Arguments.of("closed", multipart("related", CLOSED_HTML, PHOTO),
                        "mixed(related(html png) plain*)"),
                Arguments.of("none", multipart("related", PHOTO, PDF), "mixed(plain* related(png pdf))"));
    }

    static Stream<Arguments> files() {
        return Stream.of(Arguments.of("a scanner's", PDF, "mixed(plain* pdf)"),
                Arguments.of("a photo", PHOTO, "mixed(plain* png)"),
                Arguments.of("photos in a row", multipart("mixed", PHOTO, PHOTO, PDF), "mixed(png png plain* pdf)"),
                Arguments.of("a row of files", multipart("mixed", PDF, FILE), "mixed(plain* pdf plain)"),
                Arguments.of("a text as a file", "Content-Disposition: attachment\r\n" + TEXT, "mixed(plain* plain)"),
                Arguments.of("a forwarded mail", NESTED, "mixed(plain* rfc822)"),
                Arguments.of("an invitation", CALENDAR, "calendar"),
                Arguments.of("an invitation among files", multipart("mixed", CALENDAR, PDF),
                        "mixed(plain* calendar pdf)"),
                Arguments.of("a report", multipart("report", TEXT, PDF), "report(plain pdf)"),
                Arguments.of("a piece of a mail", "Content-Type: message/partial; id=a; number=1\r\n\r\nx\r\n",
                        "partial"));
    }

    static Stream<Arguments> wholes() {
        return Stream.of(Arguments.of("closed", CLOSED, "mixed(plain plain*)"),
                Arguments.of("closed HTML", CLOSED_HTML, "mixed(html plain*)"),
                Arguments.of("a kind of text that we do not write", TEXT.replace("plain", "enriched"),
                        "mixed(enriched plain*)"),
                Arguments.of("HTML that cannot end", HTML.replace("Hello", "<plaintext>"), "mixed(html plain*)"),
                Arguments.of("a page of frames", HTML.replace("Hello", "<frameset><frame src=x></frameset>"),
                        "mixed(html plain*)"),
                Arguments.of("a page without an end in sight", HTML.replace("Hello", "<div>".repeat(600)),
                        "mixed(html plain*)"),
                Arguments.of("signed", SIGNED, "signed(plain pgp-signature)"),
                Arguments.of("a disposition for the whole", "Content-Disposition: attachment\r\n"
                        + multipart("mixed", TEXT, PDF), "mixed(plain* pdf)"),
                Arguments.of("an empty disposition", "Content-Disposition: \r\n" + TEXT, "plain*"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"rows", "choices", "related", "files", "wholes"})
    void theFooterIsAtTheEndOfWhatIsShown(String kind, String mail, String expected) {
        assertEquals(expected, tree(copy(mail)));
    }

    @Test
    void aTextThatIsClosedKeepsItsFieldsAndItsOctets() {
        var mail = copy("""
                Content-Type: text/plain;
                \tcharset="utf-8"
                X-Kept: yes
                Content-Transfer-Encoding:  x-odd
                Content-Language: en

                begin 644 a

                 end
                """.replace("\n", "\r\n"));

        assertEquals("yes", mail.header().value("X-Kept").orElseThrow().strip());
        assertTrue(mail.header().value("Content-Transfer-Encoding").isEmpty());
        assertTrue(mail.header().value("Content-Language").isEmpty());
        var first = ((Body.Multipart) mail.body()).parts().getFirst().entity();
        assertEquals("""
                Content-Type: text/plain;
                \tcharset="utf-8"
                Content-Transfer-Encoding:  x-odd
                Content-Language: en

                begin 644 a

                 end
                """.replace("\n", "\r\n"), MimeWriter.toOctets(first).latin1());
    }

    @Test
    void aBoundaryOfOursIsNotKnownBefore() {
        var one = copy(CLOSED).contentType().parameter("boundary").orElseThrow();
        var other = copy(CLOSED.replace("?", "--" + one + "\r\n\r\n?"));

        assertEquals("mixed(plain plain*)", tree(other));
    }

    @Test
    void aPageWithATextFieldInItsMidstHasTheFooterBehindAll() {
        var copy = text(copy(HTML.replace("Hello", "<textarea></p></textarea></body>Hello<table><tr><td>x")));

        assertTrue(copy.contains("<td>x</p>\r\n</td></tr></table><div style="), copy);
    }
}
