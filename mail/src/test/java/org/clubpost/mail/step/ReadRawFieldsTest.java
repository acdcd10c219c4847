package org.clubpost.mail.step;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.Charset;
import org.clubpost.mail.Mails;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRawFieldsTest {

    private static Entity read(byte[] mail) {
        return new ReadRawFields().apply(MimeParser.parse(Octets.of(mail)), Mails.context());
    }

    private static byte[] raw(String subject, String label, Charset charset) {
        return Mails.lines("Subject: " + subject, "Content-Type: multipart/mixed; boundary=b", "", "--b",
                "Content-Type: text/plain; charset=" + label, "", "x", "--b",
                "Content-Type: application/pdf; name=\"" + subject + "\"", "", "x", "--b--").getBytes(charset);
    }

    @ParameterizedTest
    @CsvSource({"koi8-r,Привет всем", "windows-1251,Привет", "gb2312,各位好朋友", "shift_jis,新しい表示", "big5,各位好朋友",
            "euc-kr,안녕하세요", "iso-8859-2,Příliš", "iso-8859-8-i,שלום", "windows-1256,مرحبا", "iso-8859-1,Grüße"})
    void rawBytesAreReadLikeTheText(String label, String words) {
        var charset = Charset.forName(label.equals("iso-8859-8-i") ? "iso-8859-8" : label);
        Entity mail = read(raw(words, label, charset));

        assertEquals(words, FieldText.decode(mail.header().value("Subject").orElseThrow()));
        var file = ((Body.Multipart) mail.body()).parts().getLast().entity();
        assertEquals(words, FieldText.characters(file.contentType().parameter("name").orElseThrow()));
    }

    @Test
    void utf8StaysWhateverTheTextIs() {
        var given = MimeParser.parse(Octets.of(raw("Grüße", "koi8-r", UTF_8)));

        assertEquals(MimeWriter.toOctets(given), MimeWriter.toOctets(read(raw("Grüße", "koi8-r", UTF_8))));
    }

    @Test
    void aTextThatTellsNothingLeavesThemAlone() {
        for (String label : new String[]{"utf-8", "utf-16", "x-no", "us-ascii"}) {
            var mail = MimeParser.parse(Octets.of(raw("Gr\u00fc", label, ISO_8859_1)));
            assertEquals("Grü", FieldText.decode(
                    new ReadRawFields().apply(mail, Mails.context()).header().value("Subject").orElseThrow()));
        }
        var plain = MimeParser.parse(Octets.latin1("Subject: x\r\n\r\nx"));
        assertSame(plain, new ReadRawFields().apply(plain, Mails.context()));
    }

    @Test
    void aBoundaryAndWhatIsSignedStay() {
        for (String type : new String[]{"multipart/mixed; boundary=\"\u00e4\"",
                "multipart/signed; boundary=b; x=\"\u00e4\""}) {
            var mail = Mails.lines("Content-Type: " + type, "", "--b",
                    "Content-Type: text/plain; charset=windows-1251; name=\"\u00e4\"", "", "x", "--b--");
            assertEquals(mail, MimeWriter.toOctets(read(mail.getBytes(ISO_8859_1))).latin1());
        }
    }
}
