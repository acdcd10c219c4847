package org.clubpost.mail.step;

import static org.clubpost.mail.step.WinmailStream.BODY;
import static org.clubpost.mail.step.WinmailStream.CONTENT_ID;
import static org.clubpost.mail.step.WinmailStream.HTML;
import static org.clubpost.mail.step.WinmailStream.METHOD;
import static org.clubpost.mail.step.WinmailStream.OF_ATTACHMENT;
import static org.clubpost.mail.step.WinmailStream.OF_MESSAGE;
import static org.clubpost.mail.step.WinmailStream.RTF;
import static org.clubpost.mail.step.WinmailStream.WIDE_NAME;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.clubpost.mail.Mails;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.junit.jupiter.api.Test;

class UnpackWinmailTest {

    private static String mixed(String tnef) {
        return Mails.lines("From: a@example.com", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "",
                "--b", "",
                "See attached.", "--b", "Content-Type: application/ms-tnef; name=winmail.dat",
                "Content-Transfer-Encoding: base64", "", tnef, "--b--");
    }

    private static List<Entity> parts(String mail) {
        Entity copy = MimeParser.parse(Octets.latin1(Mails.copy(mail)));
        return ((Body.Multipart) copy.body()).parts().stream().map(Body.Part::entity).toList();
    }

    private static byte[] content(Entity entity) {
        return TransferDecoder.decode(((Body.Leaf) entity.body()).octets(), entity.transferEncoding()).orElseThrow()
                .toByteArray();
    }

    @Test
    void itsFilesBecomeAttachments() {
        byte[] photo = new byte[100_000];
        new Random(3).nextBytes(photo);

        List<Entity> parts = parts(
                mixed(new WinmailStream().withFile("photo.jpg", photo).withFile("..\\x\\notes.xyz", new byte[]{1})
                        .base64()));

        assertEquals(List.of("text/plain", "image/jpeg", "application/octet-stream"), parts.stream()
                .map(part -> part.contentType().type() + "/" + part.contentType().subtype()).toList());
        assertArrayEquals(photo, content(parts.get(1)));
        assertEquals("attachment; filename=photo.jpg",
                parts.get(1).header().value("Content-Disposition").orElseThrow());
        assertEquals("attachment; filename=notes.xyz",
                parts.get(2).header().value("Content-Disposition").orElseThrow());
    }

    @Test
    void oneThatStandsAloneBecomesAMultipartWithItsText() {
        String tnef = new WinmailStream().with(1, BODY, "Hello from Outlook\0".getBytes(StandardCharsets.US_ASCII))
                .withFile("a.pdf", new byte[]{1, 2, 3}).base64();

        List<Entity> parts = parts(
                Mails.lines("From: a@example.com", "MIME-Version: 1.0", "Content-Type: application/ms-tnef",
                        "Content-Transfer-Encoding: base64", "", tnef));

        var text = new String(content(parts.get(0)), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("Hello from Outlook\r\n\r\n____"), text);
        assertArrayEquals(new byte[]{1, 2, 3}, content(parts.get(1)));
    }

    @Test
    void aMeetingRequestStays() {
        String tnef = new WinmailStream()
                .with(1, 0x00078008, "IPM.Microsoft Schedule.MtgReq\0".getBytes(StandardCharsets.US_ASCII))
                .withFile("a.pdf", new byte[]{1}).base64();

        assertEquals("ms-tnef", parts(mixed(tnef)).get(1).contentType().subtype());
    }

    @Test
    void oneThatIsBrokenStays() {
        String broken = new WinmailStream().withFile("a.pdf", new byte[1_000]).base64().substring(0, 200);

        List<Entity> parts = parts(mixed(broken));

        assertEquals("ms-tnef", parts.get(1).contentType().subtype());
        assertEquals(2, parts.size());
    }

    @Test
    void oneWithoutFilesStays() {
        assertEquals("ms-tnef", parts(mixed(new WinmailStream().base64())).get(1).contentType().subtype());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    /** RTF that was not pressed (MS-OXRTFCP section 2.1.3.1). */
    private static byte[] unpressed(String rtf) {
        var octets = rtf.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(16 + octets.length).order(ByteOrder.LITTLE_ENDIAN).putInt(octets.length + 12)
                .putInt(octets.length).putInt(0x414C454D).putInt(0).put(octets).array();
    }

    private static String alone(String tnef) {
        return Mails.lines("From: a@example.com", "MIME-Version: 1.0", "Content-Type: application/ms-tnef; name=x",
                "Content-Disposition: attachment; filename=winmail.dat", "Content-Transfer-Encoding: base64", "", tnef);
    }

    private static List<String> types(List<Entity> parts) {
        return parts.stream().map(part -> part.contentType().type() + "/" + part.contentType().subtype()).toList();
    }

    private static List<Entity> inside(Entity part) {
        return ((Body.Multipart) part.body()).parts().stream().map(Body.Part::entity).toList();
    }

    private static String said(Entity part) {
        return new String(content(part), StandardCharsets.UTF_8);
    }

    @Test
    void letterInHtmlArrives() {
        var parts = parts(alone(new WinmailStream().withLetter(HTML, utf8("<p>On Fr\u00fchling</p>\0"))
                .withFile("a.txt", utf8("x")).base64()));

        assertEquals(List.of("text/html", "text/plain"), types(parts));
        assertTrue(said(parts.getFirst()).startsWith("<p>On Fr\u00fchling</p>"), said(parts.getFirst()));
    }

    @Test
    void letterInPressedRtfArrivesAsTextAndAsItIs() {
        // MS-OXRTFCP section 4.1.1.
        var pressed = HexFormat.of().parseHex("2d0000002b0000004c5a4675f1c5c7a703000a0072637067313235423"
                + "20af32068656c0900206277" + "05b06c647d0a800fa0");

        var parts = parts(alone(new WinmailStream().withLetter(RTF, pressed).base64()));

        assertEquals(List.of("text/plain", "application/rtf"), types(parts));
        assertTrue(said(parts.getFirst()).startsWith("hello world"), said(parts.getFirst()));
        assertEquals("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}", said(parts.getLast()).strip());
        assertEquals("attachment; filename=letter.rtf",
                parts.getLast().header().value("Content-Disposition").orElseThrow());
    }

    @Test
    void letterInHtmlInsideRtfArrives() {
        var parts = parts(
                alone(new WinmailStream().withLetter(RTF, unpressed("{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}"
                        + "\\htmlrtf {\\htmlrtf0 Hi \\'fc{\\*\\htmltag72 </p>}\\htmlrtf }\\htmlrtf0 }")).base64()));

        assertEquals(List.of("text/html"), types(parts));
        assertTrue(said(parts.getFirst()).startsWith("<p>Hi \u00fc</p>"), said(parts.getFirst()));
    }

    @Test
    void textThatSaysTheSameGetsTheHtmlBesideIt() {
        var parts = parts(mixed(new WinmailStream().withLetter(HTML, utf8("<p>See <b>attached</b>.</p>"))
                .withFile("a.bin", new byte[]{1}).base64()));

        assertEquals(List.of("multipart/alternative", "application/octet-stream"), types(parts));
        assertEquals(List.of("text/plain", "text/html"), types(inside(parts.getFirst())));
    }

    @Test
    void textThatSaysSomethingElseStandsBesideTheLetter() {
        var parts = parts(mixed(new WinmailStream().withLetter(HTML, utf8("<p>The whole letter.</p>")).base64()));

        assertEquals(List.of("text/plain", "text/html"), types(parts));
    }

    @Test
    void picturesOfTheLetterAreInIt() {
        var tnef = new WinmailStream().withLetter(HTML, utf8("<p>See <img src=\"cid:a@b\"></p>"))
                .withFile("PHOTO~1.JPG", new byte[]{9})
                .withProperties(2, OF_ATTACHMENT, CONTENT_ID, wide("a@b\0"), WIDE_NAME, wide("F\u00fchrung.jpg\0"))
                .withFile("b.txt", utf8("b"));

        var parts = parts(alone(tnef.base64()));

        assertEquals(List.of("multipart/related", "text/plain"), types(parts));
        var picture = inside(parts.getFirst()).getLast();
        assertEquals("image/jpeg", types(List.of(picture)).getFirst());
        assertEquals("<a@b>", picture.header().value("Content-ID").orElseThrow());
        assertEquals("F\u00fchrung.jpg", picture.contentType().parameter("name").orElseThrow());
    }

    @Test
    void mailsInsideAreMails() {
        var inner = new WinmailStream().withProperties(1, OF_MESSAGE, 0x0037001F, wide("The pl\u00e4n\0"), 0x0C1A001F,
                wide("Ben \"B\" Bear\0"), 0x0C1F001F, wide("ben@example.org\0"), 0x0E04001F, wide("Anna; Cleo\0"), HTML,
                utf8("<p>The forwarded letter.</p>"))
                .withMail(new WinmailStream().withLetter(HTML, utf8("<p>Deepest</p>")));

        var parts = parts(mixed(new WinmailStream().withMail(inner).base64()));

        assertEquals(List.of("text/plain", "message/rfc822"), types(parts));
        var mail = MimeParser.parse(((Body.Leaf) parts.getLast().body()).octets());
        assertEquals("\"Ben \\\"B\\\" Bear\" <ben@example.org>", mail.header().value("From").orElseThrow());
        assertEquals("The pl\u00e4n", HeaderText.decoded(mail.header().value("Subject").orElseThrow()));
        assertEquals("\"Anna; Cleo\":;", mail.header().value("To").orElseThrow());
        assertEquals(List.of("text/html", "message/rfc822"), types(inside(mail)));
        assertEquals("<p>The forwarded letter.</p>", said(inside(mail).getFirst()));
    }

    @Test
    void mailsAreNotFollowedForEver() {
        var stream = new WinmailStream().withLetter(HTML, utf8("<p>Deepest</p>"));
        for (int i = 0; i < 9; i++) {
            stream = new WinmailStream().withMail(stream);
        }

        assertTrue(Mails.copy(mixed(stream.base64())).contains("application/ms-tnef"));
    }

    @Test
    void whatCannotBeReadStaysWholeBesideTheRest() {
        var tnef = new WinmailStream().withFile("a.txt", utf8("a"))
                .withFile("link", utf8("x")).withProperties(2, OF_ATTACHMENT, METHOD, 4)
                .withMail(new WinmailStream().with(1, 0x00078008, utf8("IPM.Task\0")).withFile("b.txt", utf8("b")))
                .base64();

        assertEquals(List.of("text/plain", "text/plain", "application/ms-tnef"), types(parts(mixed(tnef))));
        var parts = parts(alone(tnef));
        assertEquals(List.of("text/plain", "text/plain", "application/ms-tnef"), types(parts).subList(0, 3));
        assertArrayEquals(Base64.getMimeDecoder().decode(tnef), content(parts.get(2)));
    }

    @Test
    void brokenRtfKeepsTheWhole() {
        var tnef = new WinmailStream().withLetter(RTF, unpressed("{\\rtf1 never ends")).withFile("a.txt", utf8("a"))
                .base64();

        assertEquals(List.of("text/plain", "text/plain", "application/ms-tnef"), types(parts(mixed(tnef))));
    }

    @Test
    void propertiesWithoutMeasureAreLeftAlone() {
        var tnef = new WinmailStream().withLetter(HTML, new byte[9 << 20]).withFile("a.txt", utf8("a")).base64();

        assertEquals(List.of("text/plain", "application/ms-tnef"), types(parts(mixed(tnef))));
    }
}
