package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void aNestedMessageIsOpenedOnlyForWhatCannotTravel() {
        String fine = Mails.lines("Content-Type: message/rfc822", "", "Subject: x", "", "Gr\u00fc\u00dfe");
        String tooLong = Mails.lines("Content-Type: message/rfc822", "", "Subject: x", "", "y".repeat(1_200));

        assertEquals(fine, MimeWriter.toOctets(encoded(fine)).latin1());
        Entity nested = MimeParser.parse(body(encoded(tooLong)));
        assertEquals("y".repeat(1_200) + "\r\n",
                TransferDecoder.decode(body(nested), nested.transferEncoding()).orElseThrow().latin1());
        assertTrue(SafeTransfer.inspect(body(encoded(tooLong))).isSafe());
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
