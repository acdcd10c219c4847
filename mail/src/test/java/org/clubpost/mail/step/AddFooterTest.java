package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Layout;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.ReplyPolicy;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.text.Charsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of footers in the behaviour notes: which kind of mail gets one, and where. */
class AddFooterTest {

    private static final String LINK = "https://lists.example.org/unsubscribe?token=PAGE";
    private static final String SETTINGS = "https://lists.example.org/unsubscribe?token=MANAGE";

    private static final String TEXT = "Content-Type: text/plain\r\n\r\nHello\r\n";
    private static final String HTML = "Content-Type: text/html\r\n\r\n<p>Hello</p>\r\n";
    private static final String FILE = "Content-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nA file\r\n";
    private static final String PDF = "Content-Type: application/pdf; name=a.pdf\r\n\r\n%PDF\r\n";
    private static final String CALENDAR = "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\n";
    private static final String NESTED = "Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\ninner\r\n";

    private static String multipart(String subtype, String... parts) {
        String boundary = "b" + Integer.toHexString(List.of(parts).hashCode());
        var mail = new StringBuilder(
                "Content-Type: multipart/" + subtype + "; boundary=" + boundary + "\r\n\r\n");
        for (String part : parts) {
            mail.append("--").append(boundary).append("\r\n").append(part);
        }
        return mail.append("--").append(boundary).append("--\r\n").toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | '' | board | It went only to the group board.",
                    "de | '' | board, students | Sie ging nur an die Gruppen board, students.",
                    "en | Our own footer. | board | It went only to the group board."})
    void footerOfAPostToAGroupSaysSo(String language, String own, String groups, String line) {
        var list = Mails.list().with(new Profile("Chess Club", "", Locale.forLanguageTag(language)))
                .with(new Layout(new ReplyPolicy.Author(), "", own));
        var names = Stream.of(groups.split(", ")).map(GroupName::new).toList();
        var context = new PostContext(list, Mails.context().links(), Map.of(),
                new PostContext.Arrival(Instant.EPOCH, 1, Audience.of(names)));

        var copy = Mails.prepare(Octets.latin1(multipart("alternative", TEXT, HTML)), context).render(Mails.ANNA);

        var text = new String(copy.toByteArray(), StandardCharsets.ISO_8859_1);
        assertEquals(2, text.split(Pattern.quote(line), -1).length - 1, text);
        assertTrue(text.contains(LINK), text);
    }

    @ParameterizedTest
    @CsvSource({"''", "Our own footer.", "Leave: {{unsubscribe_url}}"})
    void postalAddressEndsTheFooterWhateverItSays(String own) {
        var list = Mails.list().with(new Layout(new ReplyPolicy.Author(), "", own))
                .with(Brand.NONE.withPostalAddress("Chess & Club\n> 1 King Street\nSpringfield"));
        var context = new PostContext(list, Mails.context().links(), Map.of(),
                new PostContext.Arrival(Instant.EPOCH, 1, new Audience.Everyone()));

        var copy = Mails.prepare(Octets.latin1(multipart("alternative", TEXT, HTML)), context).render(Mails.ANNA);

        var text = new String(copy.toByteArray(), StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("Chess & Club\r\n > 1 King Street\r\nSpringfield\r\n"), text);
        assertTrue(text.contains("Chess &amp; Club<br>\r\n&gt; 1 King Street<br>\r\nSpringfield</div>"), text);
        assertTrue(text.contains(LINK), text);
    }

    /** Both links stand below what the owners wrote, unless they put the link to leave where they want it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | 1 | 1", "Our own footer. | 1 | 1", "Leave: {{unsubscribe_url}} | 1 | 0",
                    "Set it up at {{manage_url}}. | 1 | 1", "{{manage_url}} or {{unsubscribe_url}} | 1 | 1"})
    void settingsAreLinkedOnceWhereOwnersDidNotSayOtherwise(String own, int leaving, int settings) {
        var list = Mails.list().with(new Layout(new ReplyPolicy.Author(), "", own));

        String plain = Mails.copy(TEXT, list);
        String html = Mails.copy(HTML, list);

        assertEquals(leaving, times("\n" + LINK, plain), plain);
        assertEquals(settings, times("\n" + SETTINGS, plain), plain);
        assertEquals(leaving, times("<a href=\"" + LINK + "\"", html), html);
        assertEquals(settings, times("<a href=\"" + SETTINGS + "\"", html), html);
    }

    private static int times(String part, String text) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    static Stream<Arguments> kindsOfMail() {
        return Stream.of(
                Arguments.of("lone text", TEXT, "text*"),
                Arguments.of("lone HTML", HTML, "html*"),
                Arguments.of("no type at all", "\r\nHello\r\n", "text*"),
                Arguments.of("alternative", multipart("alternative", TEXT, HTML), "text* html*"),
                Arguments.of("alternative with a calendar", multipart("alternative", TEXT, HTML, CALENDAR),
                        "text* html* calendar"),
                Arguments.of("mixed", multipart("mixed", TEXT, PDF), "text* pdf"),
                Arguments.of("mixed with a second text", multipart("mixed", TEXT, PDF, TEXT), "text pdf text*"),
                Arguments.of("mixed whose first part is a file", multipart("mixed", FILE, TEXT), "text text*"),
                Arguments.of("mixed with an alternative", multipart("mixed", multipart("alternative", TEXT, HTML), PDF),
                        "text* html* pdf"),
                Arguments.of("Apple's alternative with the file in a branch",
                        multipart("alternative", TEXT, multipart("mixed", HTML, PDF, HTML)), "text* html pdf html*"),
                Arguments.of("related", multipart("related", HTML, PDF), "html* pdf"),
                Arguments.of("related in alternative", multipart("alternative", TEXT, multipart("related", HTML, PDF)),
                        "text* html* pdf"),
                Arguments.of("related whose root is named",
                        multipart("related; start=\"<r@x>\"", PDF, "Content-ID: <r@x>\r\n" + HTML), "pdf html*"),
                Arguments.of("all attachments", multipart("mixed", PDF, FILE), "text* pdf text"),
                Arguments.of("one attachment", PDF, "text* pdf"),
                Arguments.of("nested message", multipart("mixed", TEXT, NESTED), "text* rfc822"),
                Arguments.of("nested message only", multipart("mixed", NESTED), "text* rfc822"),
                Arguments.of("signed",
                        multipart("signed", TEXT, "Content-Type: application/pgp-signature\r\n\r\ns\r\n"),
                        "text pgp-signature"),
                Arguments.of("encrypted", multipart("encrypted", "Content-Type: application/pgp-encrypted\r\n\r\n1\r\n",
                        "Content-Type: application/octet-stream\r\n\r\nx\r\n"), "pgp-encrypted octet-stream"),
                Arguments.of("S/MIME", "Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nMIIB\r\n",
                        "pkcs7-mime"),
                Arguments.of("signed inside mixed", multipart("mixed", multipart("signed", TEXT, PDF), TEXT),
                        "text pdf text*"),
                Arguments.of("digest", multipart("digest", NESTED), "text* rfc822"),
                Arguments.of("digest of several", multipart("digest", NESTED, NESTED), "text* rfc822 rfc822"),
                Arguments.of("digest beside files", multipart("mixed", multipart("digest", NESTED), PDF),
                        "text* rfc822 pdf"),
                Arguments.of("digest below a text", multipart("mixed", TEXT, multipart("digest", NESTED)),
                        "text* rfc822"),
                Arguments.of("parallel messages", multipart("parallel", NESTED, NESTED), "text* rfc822 rfc822"),
                Arguments.of("alternative messages", multipart("alternative", NESTED, NESTED), "text* rfc822 rfc822"),
                Arguments.of("related messages", multipart("related", NESTED, NESTED), "text* rfc822 rfc822"),
                Arguments.of("nested message as all", NESTED, "text* rfc822"),
                Arguments.of("nested message in UTF-8 as all", NESTED.replace("rfc822", "global"), "text* global"),
                Arguments.of("report", multipart("report", TEXT, PDF), "text pdf"),
                Arguments.of("text as attachment", FILE, "text* text"),
                Arguments.of("unknown encoding", "Content-Transfer-Encoding: x-uuencode\r\n" + TEXT, "text text*"),
                Arguments.of("broken base64",
                        "Content-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\nSGk=\r\nhi!\r\n",
                        "text*"),
                Arguments.of("no base64 at all",
                        "Content-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\nhi!\r\n", "text text*"),
                Arguments.of("unknown charset", "Content-Type: text/plain; charset=x-nonsense\r\n\r\nHi\r\n", "text*"),
                Arguments.of("unknown charset of other bytes",
                        "Content-Type: text/plain; charset=x-nonsense\r\n\r\n\u00ff\u00fe\r\n", "text text*"),
                Arguments.of("empty charset", "Content-Type: text/plain; charset=\r\n\r\nHi\r\n", "text*"),
                Arguments.of("bytes that are none of their charset",
                        "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n\u00ff\u00fe\r\n", "text text*"),
                Arguments.of("empty body", "Content-Type: text/plain\r\n\r\n", "text*"));
    }

    static Stream<Arguments> endsOfPages() {
        return Stream.of(Arguments.of("the last end of several", "<body>a</body><body>b", "</body></html>"),
                Arguments.of("no end of the body", "<p>a", "</HTML>"),
                Arguments.of("no end at all", "<p>a</p>", ""),
                Arguments.of("an end in a comment behind", "<body>a", "</body></html><!-- </body> -->"),
                Arguments.of("an end in what only Outlook reads", "<body>a",
                        "</body><!--[if mso]><table></body><![endif]-->"),
                Arguments.of("an end in a script", "<body>a", "</body><script>x = '</body>'</script>"),
                Arguments.of("an end in a comment before", "<!-- </body> --><body>a<!-->", "</body>"),
                Arguments.of("a header that only sounds like a title", "<titles>a", "</body>"),
                Arguments.of("a style that is not closed", "<body>a", "<style> p { </body>"),
                Arguments.of("a comment that is not closed", "<body>a", "<!-- </body></html>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endsOfPages")
    void theFooterIsWhereThePageEndsForItsReader(String what, String before, String after) {
        String copy = Mails.copy("From: a@example.com\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
                + before + after + "\r\n");
        String body = copy.substring(copy.indexOf("\r\n\r\n") + 4);

        assertTrue(body.startsWith(before), body);
        assertTrue(body.substring(before.length()).strip().startsWith("<"), body);
        assertTrue(body.indexOf("unsubscribe?token=") > before.length(), body);
        assertTrue(after.isEmpty() || body.indexOf("unsubscribe?token=") < body.lastIndexOf(after), body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kindsOfMail")
    void theFooterIsWhereItBelongs(String kind, String mail, String expected) {
        String copy = Mails.copy("From: a@example.com\r\nMIME-Version: 1.0\r\n" + mail);

        List<String> leaves = new ArrayList<>();
        collect(MimeParser.parse(Octets.latin1(copy)), leaves);
        assertEquals(expected, String.join(" ", leaves));
    }

    private static void collect(Entity entity, List<String> leaves) {
        if (entity.body() instanceof Body.Multipart multipart) {
            multipart.parts().forEach(part -> collect(part.entity(), leaves));
        } else {
            String subtype = entity.contentType().subtype().replace("plain", "text");
            leaves.add(subtype + (text(entity).contains(LINK) ? "*" : ""));
        }
    }

    private static String text(Entity entity) {
        Octets body = ((Body.Leaf) entity.body()).octets();
        Octets decoded = TransferDecoder.decode(body, entity.transferEncoding()).orElse(body);
        Charset charset = entity.contentType().parameter("charset").flatMap(Charsets::named)
                .orElse(StandardCharsets.UTF_8);
        return new String(decoded.toByteArray(), charset);
    }

    private static Entity rewritten(String mail, MailingList list) {
        return MimeParser.parse(Octets.latin1(Mails.copy("From: a@example.com\r\nMIME-Version: 1.0\r\n" + mail, list)));
    }

    private static MailingList german() {
        return Mails.list().with(new Profile("Schachklub Köln", "", Locale.GERMAN));
    }

    static Stream<Arguments> charsets() {
        return Stream.of(
                Arguments.of("us-ascii", "7bit", "Hello", "utf-8"),
                Arguments.of("iso-8859-1", "8bit", "Grüße", "iso-8859-1"),
                Arguments.of("iso-8859-1", "quoted-printable", "Gr=FC=DFe", "iso-8859-1"),
                Arguments.of("windows-1252", "base64", "R3L832U=", "windows-1252"),
                Arguments.of("utf-8", "quoted-printable", "Gr=C3=BC=C3=9Fe", "utf-8"),
                Arguments.of("koi8-r", "8bit", "\u00f0\u00d2", "utf-8"),
                Arguments.of("iso-2022-jp", "7bit", "\u001b$B$\"\u001b(B", "utf-8"),
                Arguments.of("utf-16", "base64",
                        Base64.getEncoder().encodeToString("Grüße".getBytes(StandardCharsets.UTF_16)), "utf-8"));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("charsets")
    void theTextKeepsItsCharsetIfTheFooterFitsInAndIsUtf8Otherwise(String charset, String encoding, String body,
            String expected) {
        String mail = "Content-Type: text/plain; charset=" + charset + "\r\nContent-Transfer-Encoding: " + encoding
                + "\r\n\r\n" + body + "\r\n";

        Entity copy = rewritten(mail, german());

        Octets decoded = TransferDecoder.decode(Octets.latin1(body), MimeParser.parse(Octets.latin1(mail))
                .transferEncoding()).orElseThrow();
        var before = new String(decoded.toByteArray(), Charset.forName(charset));
        assertEquals(expected, copy.contentType().parameter("charset").orElseThrow().toLowerCase(Locale.ROOT));
        assertTrue(text(copy).startsWith(before), text(copy));
        assertTrue(text(copy).endsWith("""
                Diese Mail ging an anna@example.com als Mitglied von Schachklub Köln.\r
                Liste verlassen:\r
                %s\r
                Ihre Einstellungen:\r
                %s\r
                """.formatted(LINK, SETTINGS)), text(copy));
    }

    @Test
    void htmlHasTheFooterBeforeItsEnd() {
        Entity copy = rewritten("Content-Type: text/html\r\n\r\n<HTML><BODY>Hi</BODY ></HTML>\r\n", german());

        assertTrue(text(copy).startsWith("<HTML><BODY>Hi<div style="), text(copy));
        assertTrue(text(copy).contains("Mitglied von Schachklub K&#246;ln.<br>\r\n<a href=\"" + LINK + "\""),
                text(copy));
        assertTrue(text(copy).endsWith("Ihre Einstellungen</a></div>\r\n</BODY ></HTML>\r\n"), text(copy));
    }

    @Test
    void aFooterOfTheOwnersIsTextAndNotMarkup() {
        MailingList list = Mails.list().with(new Layout(new ReplyPolicy.Author(), "",
                "Chess <club> & friends\nOut: {{ Unsubscribe_url }} - {{list_name}}\n > quoted"));

        String plain = text(rewritten(TEXT, list));
        String html = text(rewritten(HTML, list));

        assertTrue(
                plain.endsWith("\r\nChess <club> & friends\r\nOut:\r\n" + LINK + "\r\n- Chess Club\r\n  > quoted\r\n"),
                plain);
        assertTrue(html.contains("Chess &lt;club&gt; &amp; friends<br>\r\nOut: <a href=\"" + LINK + "\""), html);
        assertFalse(html.contains("{{"), html);
    }

    @Test
    void flowedTextDoesNotFlowIntoTheFooter() {
        Entity copy = rewritten("Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\nA line that \r\nflows \r\n",
                Mails.list());

        assertTrue(text(copy).startsWith("A line that \r\nflows \r\n\r\n\r\n____"), text(copy));
        assertEquals("flowed", copy.contentType().parameter("format").orElseThrow());
        assertEquals("yes", copy.contentType().parameter("delsp").orElseThrow());
        text(copy).lines().skip(3).forEach(line -> assertFalse(line.endsWith(" "), line));
    }

    @Test
    void aTextWithoutALineEndGetsOneFirst() {
        assertTrue(
                text(rewritten("Content-Type: text/plain\r\n\r\nHello", Mails.list())).startsWith("Hello\r\n\r\n____"));
    }

    @Test
    void otherPartsAreTheSameDownToPreambleAndBoundaries() {
        String mail = "Content-Type: multipart/mixed;\r\n boundary=\"=_b\"\r\n\r\nThe preamble\r\n--=_b\t\r\n" + TEXT
                + "--=_b\r\nX-Odd :  yes\r\nContent-Type: application/octet-stream\r\n\r\n\tbytes \r\n\r\n--=_b--  \r\nThe epilogue\r\n";

        String copy = Mails.copy("From: a@example.com\r\nMIME-Version: 1.0\r\n" + mail);

        assertTrue(copy.contains("\r\n\r\nThe preamble\r\n--=_b\t\r\nContent-Type: text/plain\r\n"), copy);
        assertTrue(copy.endsWith(
                Mails.lines("--=_b", "X-Odd: yes", "Content-Type: application/octet-stream", "", "\tbytes ", "",
                        "--=_b--  ", "The epilogue")),
                copy);
    }
}
