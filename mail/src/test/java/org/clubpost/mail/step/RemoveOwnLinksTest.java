package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;

class RemoveOwnLinksTest {

    private static final SubscriberId BEN = new SubscriberId("0123456789abcdef0123456789abcdef");

    private final MailingList list = Mails.list();
    private final PublicLinks links = Mails.context().links();

    private static String token(URI link) {
        return link.getQuery();
    }

    @Test
    void noTokenOfAQuotedLinkGoesOut() {
        String page = links.leavePage(list.id(), BEN).toString();
        String mailto = links.leaveMail(list, BEN).toString();
        var confirmation = ConfirmationToken.create(list.id(), BEN, new SplittableRandom(1));
        String wrapped = "https://safe.example/?url=" + URLEncoder.encode(page, StandardCharsets.UTF_8) + "&x=1";
        String body = "> Leave: " + page + "\r\n> " + mailto + "\r\n" + links.confirm(confirmation) + "\r\n" + wrapped
                + "\r\n";

        String copy = Mails.copy("From: a@example.com\r\n\r\n" + body);

        String secret = token(links.leavePage(list.id(), BEN));
        for (String leak : List.of(secret, confirmation.text(), mailto.substring(mailto.indexOf("%20") + 3))) {
            assertFalse(copy.contains(leak), copy);
        }
        assertTrue(copy.contains("> Leave: https://lists.example.org/u?removed\r\n"), copy);
        assertTrue(copy.contains("?subject=leave%20removed\r\n"), copy);
        assertTrue(copy.contains("%2Fu%3Fremoved&x=1\r\n"), copy);
    }

    @Test
    void signsAroundALinkHideItNot() {
        String page = links.leavePage(list.id(), BEN).toString();

        String copy = Mails.copy("From: a@example.com\r\n\r\n_" + page + "_ __" + page + "__ " + page + "-\r\n");

        assertFalse(copy.contains(token(links.leavePage(list.id(), BEN))), copy);
    }

    @Test
    void aLinkThatQuotedPrintableHasSplitIsFound() {
        String page = links.leavePage(list.id(), BEN).toString().replace("=", "=3D");
        String body = page.substring(0, 40) + "=\r\n" + page.substring(40) + "\r\n";

        String copy = Mails
                .copy("Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/plain\r\n\r\n" + body);

        assertFalse(copy.replace("=\r\n", "").contains(token(links.leavePage(list.id(), BEN))), copy);
    }

    @Test
    void aLinkInBase64IsFound() {
        String page = links.leavePage(list.id(), BEN).toString();
        String body = Base64.getMimeEncoder()
                .encodeToString(("<a href='" + page + "'>").getBytes(StandardCharsets.UTF_8));

        String copy = Mails
                .copy("Content-Transfer-Encoding: base64\r\nContent-Type: text/html\r\n\r\n" + body + "\r\n");
        var decoded = new String(Base64.getMimeDecoder().decode(copy.substring(copy.indexOf("\r\n\r\n"))),
                StandardCharsets.UTF_8);
        assertTrue(decoded.startsWith("<a href='https://lists.example.org/u?removed'>"), decoded);
    }

    @Test
    void aMailWithoutSuchLinksStaysAsItIs() {
        Entity mail = MimeParser
                .parse(Octets.latin1("A: b\r\n\r\n" + "x".repeat(60) + " https://other.example/?token=abc\r\n"));

        assertEquals(mail, new RemoveOwnLinks().apply(mail, Mails.context()));
    }
}
