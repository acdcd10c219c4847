package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;

class MendStructureTest {

    private static String mended(String mail) {
        return MimeWriter.toOctets(new MendStructure().apply(MimeParser.parse(Octets.latin1(mail)), Mails.context()))
                .latin1();
    }

    @Test
    void aSoundMailKeepsItsBytes() {
        String mail = Mails.lines("MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b",
                "Content-Type: text/plain", "", "x", "--b--");

        assertEquals(mail, mended(mail));
    }

    @Test
    void aPartWithoutAHeaderGetsTheOneItStandsFor() {
        assertEquals(
                Mails.lines("MIME-Version: 1.0", "Content-Type: multipart/digest; boundary=b", "", "--b",
                        "Content-Type: message/rfc822", "", "Subject: x", "", "--b--"),
                mended(Mails.lines("MIME-Version: 1.0", "Content-Type: multipart/digest; boundary=b", "", "--b", "",
                        "Subject: x", "", "--b--")));
    }

    @Test
    void aPartOfWhichNoLineIsAFieldIsAllBody() {
        assertEquals(
                Mails.lines("MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b",
                        "Content-Type: text/plain", "", "Dear all,", "", "bring cake.", "--b--"),
                mended(Mails.lines("MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b",
                        "Dear all,", "", "bring cake.", "--b--")));
    }

    @Test
    void twoDelimitersInARowEachGetALineEnd() {
        assertEquals(
                Mails.lines("MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b",
                        "Content-Type: text/plain", "", "", "--b", "Content-Type: text/plain", "", "x", "--b--"),
                mended(Mails.lines("MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b", "--b",
                        "Content-Type: text/plain", "", "x", "--b--")));
    }

    @Test
    void aMissingClosingDelimiterIsAdded() {
        String mail = Mails.lines("MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"b c\"", "", "--b c",
                "Content-Type: text/plain", "", "x");

        assertEquals(mail + "\r\n--b c--\r\n", mended(mail));
    }

    @Test
    void aMissingEmptyLineIsAdded() {
        assertEquals("A: b\r\nMIME-Version: 1.0\r\n\r\nThis is no field\r\n", mended("A: b\r\nThis is no field\r\n"));
    }

    @Test
    void aMultipartWithoutDelimitersIsTheTextThatItShows() {
        assertEquals("MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello\r\n",
                mended("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\nHello\r\n"));
    }

    @Test
    void anEncodedMultipartLosesTheClaim() {
        String mail = Mails.lines("MIME-Version: 1.0", "Content-Transfer-Encoding: base64",
                "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "x", "--b--");

        assertFalse(mended(mail).contains("base64"));
    }

    @Test
    void aBoundaryThatIsTooLongIsReplacedEverywhere() {
        String boundary = "x".repeat(1_500);
        Entity mail = MimeParser
                .parse(Octets.latin1(mended(Mails.lines("Content-Type: multipart/mixed; boundary=" + boundary, "",
                        "pre", "--" + boundary, "", "one", "--" + boundary, "", "two", "--" + boundary + "--",
                        "epi"))));

        Body.Multipart body = (Body.Multipart) mail.body();
        assertTrue(mail.contentType().parameter("boundary").orElseThrow().length() <= 70);
        assertEquals(2, body.parts().size());
        assertEquals("pre", body.preamble().latin1());
        assertEquals("epi\r\n", body.epilogue().latin1());
    }

    @Test
    void aSignedPartIsNotLookedInto() {
        String mail = Mails.lines("MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=o", "", "--o",
                "Content-Type: multipart/signed; boundary=" + "y".repeat(80), "", "--" + "y".repeat(80), "no header",
                "--o--");

        assertEquals(mail, mended(mail));
    }
}
