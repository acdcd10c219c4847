package org.clubpost.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Collectors;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Text that is signed by OpenPGP where it stands (RFC 9580 section 7), by Bouncy Castle: its signature holds after all
 * steps.
 */
class ClearSignedTextTest {

    private static final String TYPED = "Hello {{member_name}},\r\n- dash first\r\nout: {{unsubscribe_url}} {{archive_url}}\r\nGr\u00fc\u00dfe";
    private static final PGPKeyPair KEY = key();

    private static PGPKeyPair key() {
        try {
            var rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            return new JcaPGPKeyPair(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL,
                    rsa.generateKeyPair(), Date.from(Instant.EPOCH));
        } catch (NoSuchAlgorithmException | PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is signed of a text: its lines without blanks at their ends, parted by CRLF, without the last line end. */
    private static byte[] canonical(byte[] text, Charset charset) {
        return new String(text, charset).lines().map(String::stripTrailing).collect(Collectors.joining("\r\n"))
                .getBytes(charset);
    }

    private static byte[] signed(String text, Charset charset) throws PGPException, IOException {
        var octets = text.getBytes(charset);
        var generator = new PGPSignatureGenerator(
                new JcaPGPContentSignerBuilder(KEY.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                KEY.getPublicKey());
        generator.init(PGPSignature.CANONICAL_TEXT_DOCUMENT, KEY.getPrivateKey());
        generator.update(canonical(octets, charset));
        var out = new ByteArrayOutputStream();
        try (var armored = ArmoredOutputStream.builder().clearHeaders().build(out)) {
            armored.beginClearText(HashAlgorithmTags.SHA256);
            armored.write(octets);
            armored.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            armored.endClearText();
            generator.generate().encode(armored);
        }
        return new String(out.toByteArray(), StandardCharsets.ISO_8859_1).replaceAll("\r?\n", "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Reads the first clear-signed text, as mail programs do. */
    private static boolean isGenuine(byte[] text, Charset charset) throws PGPException, IOException {
        var all = new String(text, StandardCharsets.ISO_8859_1);
        var begin = all.indexOf("-----BEGIN PGP SIGNED MESSAGE-----");
        var armored = new ArmoredInputStream(new ByteArrayInputStream(
                all.substring(begin).getBytes(StandardCharsets.ISO_8859_1)));
        var content = new ByteArrayOutputStream();
        for (var octet = armored.read(); octet >= 0 && armored.isClearText(); octet = armored.read()) {
            content.write(octet);
        }
        var signature = ((PGPSignatureList) new JcaPGPObjectFactory(armored).nextObject()).get(0);
        signature.init(new JcaPGPContentVerifierBuilderProvider(), KEY.getPublicKey());
        signature.update(canonical(content.toByteArray(), charset));
        return signature.verify();
    }

    private static Entity copy(byte[] text, String charset, String encoding) {
        return MimeParser.parse(Octets.latin1(Mails.copy("From: a@example.com\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=" + charset + "\r\nContent-Transfer-Encoding: " + encoding
                + "\r\n\r\n" + new String(text, StandardCharsets.ISO_8859_1))));
    }

    /** The text as it is, and a part with the footer after it. */
    private static Entity part(Entity copy, int index) {
        assertTrue(copy.contentType().is("multipart", "mixed"), copy.contentType().toString());
        return ((Body.Multipart) copy.body()).parts().get(index).entity();
    }

    private static byte[] text(Entity entity) {
        return TransferDecoder.decode(((Body.Leaf) entity.body()).octets(), entity.transferEncoding()).orElseThrow()
                .toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"utf-8", "iso-8859-1", "windows-1252"})
    void aTextThatIsAllSignedHasTheSameOctets(String charset) throws PGPException, IOException {
        var signed = signed(TYPED, Charset.forName(charset));

        var copy = copy(signed, charset, "8bit");

        var first = part(copy, 0);
        assertEquals(new String(signed, StandardCharsets.ISO_8859_1),
                new String(text(first), StandardCharsets.ISO_8859_1));
        assertTrue(isGenuine(text(first), Charset.forName(charset)));
        assertEquals(charset, first.contentType().parameter("charset").orElseThrow());
        assertTrue(new String(text(part(copy, 1)), StandardCharsets.US_ASCII).contains("/unsubscribe?token=PAGE"));
    }

    @Test
    void aChangeInItWouldBeSeen() throws PGPException, IOException {
        var signed = new String(signed(TYPED, StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replace("{{archive_url}}", "").getBytes(StandardCharsets.ISO_8859_1);

        assertFalse(isGenuine(signed, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"utf-8", "iso-8859-1"})
    void whatStandsAroundItIsFilledAndGetsTheFooter(String charset) throws PGPException, IOException {
        var signed = new String(signed(TYPED, Charset.forName(charset)), StandardCharsets.ISO_8859_1);

        var copy = text(copy(("For {{member_email}}:\r\n\r\n" + signed + "\r\nAfter it {{list_name}}.\r\n")
                .getBytes(StandardCharsets.ISO_8859_1), charset, "8bit"));

        var read = new String(copy, StandardCharsets.ISO_8859_1);
        assertTrue(read.startsWith("For anna@example.com:\r\n\r\n" + signed + "\r\nAfter it Chess Club.\r\n"), read);
        assertTrue(read.contains("Leave the list:\r\nhttps://lists.example.org/unsubscribe?token=PAGE"), read);
        assertTrue(isGenuine(copy, Charset.forName(charset)));
    }

    @Test
    void oneWithoutAnEndIsLeftAlone() {
        var mail = "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\n{{unsubscribe_url}}\r\n";

        assertEquals(mail, new String(
                text(part(copy(mail.getBytes(StandardCharsets.US_ASCII), "utf-8", "7bit"), 0)),
                StandardCharsets.US_ASCII));
    }

    @Test
    void onlyQuotingASignedTextIsNotSigning() {
        var mail = "> -----BEGIN PGP SIGNED MESSAGE-----\r\n> {{list_name}}\r\n";

        var copy = new String(text(copy(mail.getBytes(StandardCharsets.US_ASCII), "utf-8", "7bit")),
                StandardCharsets.US_ASCII);

        assertTrue(copy.contains("> Chess Club\r\n"), copy);
        assertTrue(copy.contains("Leave the list:"), copy);
    }
}
