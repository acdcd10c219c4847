package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.clubpost.mail.Mails;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.text.SafeTransfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodeFieldsTest {

    private static Entity encoded(String header) {
        return new EncodeFields().apply(MimeParser.parse(Octets.latin1(header + "\r\n")), Mails.context());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Subject: plain\r\n", "Subject:no space\r\n",
                    "To: a@example.com,\r\n\tB <b@example.com>\r\n",
                    "To: undisclosed-recipients:a@example.com;\r\n", "To: undisclosed-recipients:;\r\n",
                    "X-Any: =?utf-8?Q?=C3=BC?=\r\n",
                    "Received: from x\r\n\tby y; Mon\r\n",
                    "Content-Type: text/plain; name=\"a b\"\r\n", "Message-ID: <a@b>\r\n", "X-Empty:\r\n"})
    void aGoodFieldKeepsItsBytes(String field) {
        assertEquals(field + "\r\n", MimeWriter.toOctets(encoded(field)).latin1());
    }

    @Test
    void aDateStaysADate() {
        for (String kind : new String[]{"Date", "Resent-Date"}) {
            assertEquals("Mon, 2 Mar 2026 10:00:00 +0200",
                    encoded(kind + ": Mon, 2 Mar 2026 10:00:00 +0200 (Mitteleurop\u00e4ische Zeit)\r\n").header()
                            .value(kind).orElseThrow());
        }
        assertEquals("=?UTF-8?Q?gr=C3=BCn?=", encoded("Date: gr\u00fcn\r\n").header().value("Date").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Eight: Gr\u00c3\u00bc\u00c3\u009fe\r\n", "X-Null: a\0b\r\n", "X-Return: a\rb\r\n",
                    "X-Space : before the colon\r\n", "X-Blank: fold\r\n \r\n more\r\n", "X-Bell: a\u0007b\r\n",
                    "Content-Type: text/plain; charset=\"a\rb\"\r\n",
                    "Cc: J\u00c3\u00bcrgen <j@example.com>\r\n",
                    "Content-Type: text/plain; name=\"Gr\u00c3\u00bc\u00c3\u009fe\"\r\n",
                    "Content-Disposition: attachment; filename=\"Gr\u00c3\u00bc\u00c3\u009fe\"\r\n"})
    void aBadFieldIsWrittenAnew(String field) {
        HeaderLine.Field written = (HeaderLine.Field) encoded(field).header().lines().getFirst();

        assertTrue(SafeTransfer.inspect(written.raw()).isSafe(), written.raw().latin1());
        assertTrue(written.raw().latin1().matches("[A-Z][A-Za-z-]+: \\S(?s:.)*\r\n"), written.raw().latin1());
        assertTrue(written.raw().latin1().chars().allMatch(c -> c >= ' ' || c == '\r' || c == '\n' || c == '\t'));
    }

    @Test
    void rawUtf8BecomesEncodedWords() {
        Entity mail = encoded("Subject: Gr\u00c3\u00bc\u00c3\u009fe\r\nCc: J\u00c3\u00bcrgen <j@example.com>\r\n");

        assertEquals("Grüße", FieldText.decode(mail.header().value("Subject").orElseThrow()));
        assertEquals("=?UTF-8?Q?J=C3=BCrgen?= <j@example.com>", mail.header().value("Cc").orElseThrow());
    }

    @Test
    void aFileNameKeepsItsCharacters() {
        Entity mail = encoded("Content-Disposition: attachment; filename=\"Gr\u00c3\u00bc\u00c3\u009fe.pdf\"\r\n");

        assertEquals("attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe.pdf",
                mail.header().value("Content-Disposition").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"text/plain; name=\"notes.txt\" charset=us-ascii | text/plain; name=notes.txt; charset=us-ascii",
                    "text/plain; charset=utf-8 name=notes.txt | text/plain; charset=utf-8; name=notes.txt",
                    "application/pdf; name=my file.pdf | application/pdf; name=\"my file.pdf\"",
                    "application/pdf; name*0=\"a\"; name*2=\"b.pdf\" | application/pdf; name=ab.pdf",
                    "application/pdf; name=\"a.pdf\"; name=\"b.pdf\" | application/pdf; name=a.pdf"})
    void aFileNameThatBreaksTheGrammarIsWrittenAnew(String given, String expected) {
        Entity mail = encoded("Content-Type: " + given + "\r\nContent-Disposition: "
                + given.replaceFirst("\\w+/\\w+", "attachment") + "\r\n");

        assertEquals(expected, mail.header().value("Content-Type").orElseThrow());
        assertEquals(expected.replaceFirst("\\w+/\\w+", "attachment"),
                mail.header().value("Content-Disposition").orElseThrow().replace("\t", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"attachment filename=x.pdf | attachment; filename=x.pdf",
                    "filename=\"x.pdf\" | attachment; filename=x.pdf",
                    "\"attachment\"; filename=x.pdf | attachment; filename=x.pdf", "inline;; filename= | inline"})
    void aDispositionThatBreaksTheGrammarIsWrittenAnew(String given, String expected) {
        assertEquals(expected,
                encoded("Content-Disposition: " + given + "\r\n").header().value("Content-Disposition").orElseThrow());
    }

    @Test
    void aTypeThatNoLineCanHoldIsData() {
        Entity mail = encoded("Content-Type: text/" + "x".repeat(9_000) + "\r\n");

        assertEquals("application/octet-stream", mail.header().value("Content-Type").orElseThrow());
    }

    @Test
    void anEndlessFileNameIsCutButForItsEnd() {
        Entity mail = encoded("Content-Disposition: attachment; filename=\"" + "\u00fc".repeat(2_000) + ".pdf\"\r\n");

        HeaderLine.Field written = mail.header().first("Content-Disposition").orElseThrow();
        assertTrue(SafeTransfer.inspect(written.raw()).isSafe());
        assertTrue(written.value().endsWith(".pdf"), written.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Cc: ;;;\r\n", "Reply-To: <>\r\n", "Message-ID: broken\r\n"})
    void anAddressFieldWithoutAnybodyGoes(String field) {
        assertEquals(0, encoded(field).header().lines().size());
    }

    @Test
    void aLineOfThousandsOfCharactersIsFolded() {
        String words = "word ".repeat(1_000).strip();
        Entity mail = encoded("X-Words: " + words + "\r\nX-Word: " + "x".repeat(5_000) + "\r\n");

        mail.header().lines()
                .forEach(line -> assertTrue(SafeTransfer.inspect(((HeaderLine.Field) line).raw()).isSafe()));
        assertEquals(words, FieldText.decode(mail.header().value("X-Words").orElseThrow()));
        assertEquals("x".repeat(5_000), FieldText.decode(mail.header().value("X-Word").orElseThrow()));
    }

    @Test
    void headersOfPartsAreEncodedTooButNotUnderASignature() {
        String part = "Content-Description: \u00fc\r\n\r\nx\r\n";
        Entity mixed = encoded("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + part + "--b--");
        Entity signed = encoded("Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\n" + part + "--b--");

        assertEquals("ü", FieldText.decode(first(mixed).header().value("Content-Description").orElseThrow()));
        assertEquals("\u00fc", first(signed).header().value("Content-Description").orElseThrow());
    }

    private static Entity first(Entity mail) {
        return ((Body.Multipart) mail.body()).parts().getFirst().entity();
    }
}
