package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.text.SafeTransfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodeBodiesTest {

    private static Entity encoded(String mail) {
        return new EncodeBodies().apply(MimeParser.parse(Octets.latin1(mail)), Mails.context());
    }

    private static Octets body(Entity entity) {
        return ((Body.Leaf) entity.body()).octets();
    }

    static Stream<Arguments> bodies() {
        String random = new Random(1).ints(5_000, 0, 256).collect(StringBuilder::new,
                (text, b) -> text.append((char) b), StringBuilder::append).toString();
        return Stream.of(
                Arguments.of("text/plain", "8bit", "Gr\u00fc\u00dfe\r\n", "quoted-printable"),
                Arguments.of("text/plain", "7bit", "x".repeat(1_000) + "\r\n", "quoted-printable"),
                Arguments.of("text/html", "binary", "a\rb\nc\0d\r\n", "quoted-printable"),
                Arguments.of("text/plain", "8bit", "\u00f0\u00d2\u00f0\u00d2\u00f0\u00d2\r\n", "base64"),
                Arguments.of("text/plain", "7bit", "From me\r\n.\r\n-- \r\ntrailing \t\r\n" + "y".repeat(2_000),
                        "quoted-printable"),
                Arguments.of("application/octet-stream", "binary", random, "base64"),
                Arguments.of("image/png", "8bit", "\u0089PNG\r\n\u001a\n", "base64"),
                Arguments.of("application/json", "7bit", "{\n}\n", "base64"),
                Arguments.of("text/plain", "quoted-printable", "=C3=BC" + "z".repeat(1_100) + "\r\n",
                        "quoted-printable"),
                Arguments.of("text/plain", "quoted-printable", "\u00fc=20\r\n", "quoted-printable"),
                Arguments.of("application/pdf", "base64", "QUJD".repeat(400) + "\r\n", "base64"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void whatWouldNotTravelIsEncodedAndDecodesToTheSame(String type, String encoding, String body, String expected) {
        String mail = "Content-Type: " + type + "\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n" + body;

        Entity safe = encoded(mail);

        assertEquals(expected, safe.header().value("Content-Transfer-Encoding").orElseThrow());
        assertTrue(SafeTransfer.inspect(body(safe)).isSafe());
        assertTrue(SafeTransfer.inspect(body(safe)).longestLine() <= 76);
        Entity before = MimeParser.parse(Octets.latin1(mail));
        assertArrayEquals(TransferDecoder.decode(body(before), before.transferEncoding()).orElseThrow().toByteArray(),
                TransferDecoder.decode(body(safe), safe.transferEncoding()).orElseThrow().toByteArray());
    }

    @Test
    void whatIsSafeKeepsItsBytes() {
        String mail = "Content-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + "x".repeat(998) + "\r\n";

        assertEquals(mail, MimeWriter.toOctets(encoded(mail)).latin1());
    }

    @Test
    void nothingUnderASignatureIsTouched() {
        String mail = Mails.lines("Content-Type: multipart/signed; boundary=b", "", "--b", "Content-Type: text/plain",
                "",
                "Gr\u00fc\u00dfe" + "x".repeat(2_000), "--b", "Content-Type: application/pgp-signature", "", "s\u00fc",
                "--b--");

        assertEquals(mail, MimeWriter.toOctets(encoded(mail)).latin1());
    }

    @Test
    void aNestedMessageThatCanTravelKeepsItsBytes() {
        String fine = Mails.lines("Content-Type: message/rfc822", "", "Subject: x", "To: nobody at all", "Date: never",
                "", "Greetings");

        assertEquals(fine, MimeWriter.toOctets(encoded(fine)).latin1());
    }

    static Stream<Arguments> nested() {
        return Stream.of(Arguments.of("Subject: x", "y".repeat(1_200)), Arguments.of("Subject: x", "Gr\u00fc\u00dfe"),
                Arguments.of("Subject: Gr\u00c3\u00bc\u00c3\u009fe", "plain"),
                Arguments.of("X-Long: " + "word ".repeat(400) + "\r\nMIME-Version: 1.0", "Gr\u00c3\u00bc\u00c3\u009fe"),
                Arguments.of("From: M\u00fcller, Anna <a@b.example>\r\nMIME-Version: 1.0", "a\0b"));
    }

    /** RFC 2046 section 5.2.1: the message itself is never encoded. */
    @ParameterizedTest
    @MethodSource("nested")
    void inANestedMessageWhatCannotTravelIsEncoded(String header, String text) {
        for (String type : List.of("message/rfc822", "multipart/mixed; boundary=b")) {
            String inner = Mails.lines(header, "Content-Type: text/plain; charset=utf-8", "", text);
            String mail = type.startsWith("multipart")
                    ? Mails.lines("Content-Type: " + type, "", "--b", "Content-Type: message/rfc822",
                            "Content-Transfer-Encoding: 8bit", "", "Content-Type: multipart/digest; boundary=d", "",
                            "--d", "", inner + "--d--", "--b--")
                    : Mails.lines("Content-Type: " + type, "", inner.stripTrailing());

            Entity safe = encoded(mail);

            Octets written = MimeWriter.toOctets(safe);
            assertTrue(SafeTransfer.inspect(written).isSafe(), written.latin1());
            Entity message = type.startsWith("multipart") ? digested(safe) : MimeParser.parse(body(safe));
            assertEquals(text, TransferDecoder.decode(body(message), message.transferEncoding()).orElseThrow()
                    .latin1().stripTrailing());
            assertEquals("1.0", message.header().value("MIME-Version").orElse("1.0"));
        }
    }

    /** The mail in the digest in the mail in the mail. */
    private static Entity digested(Entity mail) {
        Entity outer = ((Body.Multipart) mail.body()).parts().getFirst().entity();
        assertEquals("7bit", outer.header().value("Content-Transfer-Encoding").orElseThrow());
        Entity digest = MimeParser.parse(body(outer));
        return MimeParser.parse(body(((Body.Multipart) digest.body()).parts().getFirst().entity()));
    }

    @Test
    void anInternationalMessageIsEncodedAsAWhole() {
        String mail = Mails.lines("Content-Type: message/global", "", "Subject: Gr\u00c3\u00bc\u00c3\u009fe", "",
                "x".repeat(50));

        Entity safe = encoded(mail);

        assertEquals("quoted-printable", safe.header().value("Content-Transfer-Encoding").orElseThrow());
        assertEquals(body(MimeParser.parse(Octets.latin1(mail))).latin1(),
                TransferDecoder.decode(body(safe), safe.transferEncoding()).orElseThrow().latin1());
    }

    @Test
    void whatIsSignedInsideANestedMessageStays() {
        String signed = Mails.lines("Content-Type: message/rfc822", "", "MIME-Version: 1.0",
                "Content-Type: multipart/signed; boundary=b", "", "--b", "Content-Type: text/plain", "",
                "Gr\u00fc\u00dfe", "--b", "Content-Type: application/pgp-signature", "", "s", "--b--");

        assertEquals(signed, MimeWriter.toOctets(encoded(signed)).latin1());
    }

    @Test
    void aFragmentOfAMessageStays() {
        String partial = Mails.lines("Content-Type: message/partial; id=x; number=1", "", "Gr\u00fc\u00dfe");

        assertEquals(partial, MimeWriter.toOctets(encoded(partial)).latin1());
    }

    @Test
    void brokenBase64IsOnlyWrapped() {
        String line = "QUJD".repeat(500) + "!?";

        Octets body = body(encoded("Content-Transfer-Encoding: base64\r\nContent-Type: image/gif\r\n\r\n" + line));

        assertEquals(line, body.latin1().replace("\r\n", ""));
        assertTrue(SafeTransfer.inspect(body).longestLine() <= 76);
    }

    @Test
    void anUnsafePreambleIsDropped() {
        Entity mail = encoded(
                Mails.lines("Content-Type: multipart/mixed; boundary=b", "", "pre\u00e4mble", "--b", "", "x", "--b--",
                        "safe epilogue"));

        Body.Multipart body = (Body.Multipart) mail.body();
        assertEquals("", body.preamble().latin1());
        assertEquals("safe epilogue\r\n", body.epilogue().latin1());
    }
}
