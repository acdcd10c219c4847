package org.clubpost.mail.prepare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.text.Languages;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The standard footer is in the member's language; everything else of a copy is the same. */
class CopyInLanguageTest {

    private static final String HEAD = """
            From: anna@example.org
            To: news@lists.example.org
            Subject: Trip
            Message-ID: <1@example.org>
            Date: Fri, 6 Mar 2026 09:30:00 +0100
            MIME-Version: 1.0
            """.replace("\n", "\r\n");
    private static final MailingList LIST = Mails.list();

    static Stream<Arguments> mailsAndLanguages() {
        return Stream.of(HEAD + "\r\nHello\r\n",
                HEAD + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                        + "Gr=C3=BC=C3=9Fe\r\n",
                HEAD + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + "R3LDvMOfZQo=\r\n",
                HEAD + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n--b\r\n"
                        + "Content-Type: text/html; charset=iso-8859-1\r\n\r\n<p>Hello</p>\r\n--b--\r\n",
                HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n--b\r\n"
                        + "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + ("A".repeat(76) + "\r\n").repeat(2_000) + "--b--\r\n",
                HEAD + "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n")
                .flatMap(mail -> Languages.ALL.stream().map(language -> Arguments.of(mail, language)));
    }

    private static CompiledMail prepared(MailingList list, String mail) {
        return new ListPreparation(Mails.context(list).links(), new InMemorySentIds()).prepare(list,
                Octets.latin1(mail));
    }

    private static MailingList in(Locale language) {
        return LIST.with(LIST.profile().withLanguage(language));
    }

    /** Boundaries of ours are made of the mail; so is everything else but the name in From. */
    private static String withoutFrom(byte[] copy) {
        return String.join("\n", Arrays.stream(new String(copy, ISO_8859_1).split("\r\n(?! )", -1))
                .filter(line -> !line.startsWith("From:"))
                .map(line -> line.replaceAll("=_clubpost_[0-9a-f]{32}", "=_clubpost")).toList());
    }

    @ParameterizedTest
    @MethodSource("mailsAndLanguages")
    void copyIsOctetForOctetThatOfAListInTheMembersLanguage(String mail, Locale language) {
        var expected = prepared(in(language), mail).render(Mails.ANNA).toByteArray();
        var stored = CompiledMail.load(Octets.of(prepared(LIST, mail).stored().toByteArray()));

        assertEquals(withoutFrom(expected), withoutFrom(stored.render(Mails.ANNA, language).toByteArray()));
        assertEquals(withoutFrom(expected),
                withoutFrom(prepared(LIST, mail).render(Mails.ANNA, language).toByteArray()));
    }

    @Test
    void languageCostsLittleHoweverLargeTheMail() {
        var mail = HEAD + "\r\n" + "A line of a long letter.\r\n".repeat(20_000);
        var prepared = prepared(LIST, mail);

        assertTrue(prepared.stored().sizeBytes() < mail.length() + 20_000, "" + prepared.stored().sizeBytes());
    }

    /** Such a text would have to be kept whole for each language. */
    @Test
    void longBase64TextWithANameInItKeepsToTheListsLanguage() {
        var text = "Dear {{member_name}},\r\n" + "Gr\u00fc\u00dfe aus dem Verein, \u010d\r\n".repeat(10_000);
        var mail = HEAD + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8)) + "\r\n";
        var prepared = prepared(LIST, mail);

        assertEquals(0, prepared.ownBytes(Locale.GERMAN));
        assertTrue(prepared.stored().sizeBytes() < 2L * mail.length(), "" + prepared.stored().sizeBytes());
    }

    @Test
    void footerThatTheOwnersWroteIsTheSameForEverybody() {
        var list = LIST.with(LIST.layout().withFooter("Our club. {{unsubscribe_url}}"));
        var prepared = prepared(list, HEAD + "\r\nHello\r\n");

        for (var language : Languages.ALL) {
            assertEquals(withoutFrom(prepared.render(Mails.ANNA).toByteArray()),
                    withoutFrom(prepared.render(Mails.ANNA, language).toByteArray()));
        }
        assertEquals(0, prepared.ownBytes(Locale.GERMAN));
    }

    @Test
    void mailWithoutAPlaceForAFooterIsKeptOnce() {
        var signed = HEAD + "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\r\n"
                + "\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\n"
                + "Content-Type: application/octet-stream\r\n\r\nx\r\n--b--\r\n";

        assertEquals(0, prepared(LIST, signed).ownBytes(Locale.GERMAN));
    }

    /** A post that was under way when Clubpost was brought up to date. */
    @Test
    void mailThatVersionTwoStoredIsRead() {
        var prepared = prepared(LIST.with(LIST.layout().withFooter("Ours")), HEAD + "\r\nHello\r\n");
        var stored = prepared.stored().toByteArray();
        int directory = stored[4] << 24 | (stored[5] & 255) << 16 | (stored[6] & 255) << 8 | (stored[7] & 255);
        var older = new byte[stored.length - 1];
        System.arraycopy(stored, 0, older, 0, 8 + directory - 1);
        System.arraycopy(stored, 8 + directory, older, 8 + directory - 1, stored.length - 8 - directory);
        older[3] = 2;
        older[6] = (byte) ((directory - 1) >> 8);
        older[7] = (byte) (directory - 1);

        assertNotEquals(0, directory);
        assertEquals(new String(prepared.render(Mails.ANNA).toByteArray(), ISO_8859_1),
                new String(CompiledMail.load(Octets.of(older)).render(Mails.ANNA, Locale.GERMAN).toByteArray(),
                        ISO_8859_1));
    }
}
