package org.clubpost.local.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.verdict.AuthenticationResults;
import org.clubpost.mail.verdict.Dmarc;
import org.clubpost.mail.verdict.ReceivingBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The block that the local server writes, and that the reader of SES's block understands it. */
final class SesBlockTest {

    private static final EmailAddress LIST = EmailAddress.of("news@lists.example.org");
    private static final Instant AT = Instant.parse("2026-11-21T09:30:00Z");
    private static final String MAIL = "From: Olga <olga@Club.Example>\r\nSubject: x\r\n\r\nx\r\n";

    private static String block(String mail, String helo, boolean trusted) {
        var session = new SesBlock.Submission(InetAddress.getLoopbackAddress(), helo, "olga@club.example");
        return new String(new SesBlock(session, SesBlock.Verdict.of(mail.getBytes(ISO_8859_1), trusted), AT)
                .text("id0123", List.of(LIST)), ISO_8859_1);
    }

    private static ReceivingBlock read(String mail, String helo, boolean trusted) {
        return ReceivingBlock.of(
                MimeParser.parse(Octets.of((block(mail, helo, trusted) + mail).getBytes(ISO_8859_1))).header());
    }

    @Test
    void severalRecipientsAreNotNamed() {
        var session = new SesBlock.Submission(InetAddress.getLoopbackAddress(), "mail.club.example", "");
        var block = new SesBlock(session, SesBlock.Verdict.of(MAIL.getBytes(ISO_8859_1), true), AT)
                .text("id0123", List.of(LIST, EmailAddress.of("news-owner@lists.example.org")));

        var read = ReceivingBlock.of(MimeParser.parse(Octets.concat(List.of(Octets.of(block),
                Octets.latin1(MAIL)))).header());

        assertTrue(read.isPresent());
        assertEquals(Optional.empty(), read.recipient());
    }

    @Test
    void blockHasTheShapeThatSesGivesIt() {
        assertEquals(
                """
                        Return-Path: <olga@club.example>
                        Received: from mail.club.example (mail.club.example [127.0.0.1])
                         by inbound-smtp.local.amazonaws.com with SMTP id id0123
                         for news@lists.example.org;
                         Sat, 21 Nov 2026 09:30:00 +0000 (UTC)
                        X-SES-Spam-Verdict: PASS
                        X-SES-Virus-Verdict: PASS
                        Received-SPF: pass (spfCheck: 127.0.0.1 is trusted as a permitted sender) client-ip=127.0.0.1; envelope-from=olga@club.example; helo=mail.club.example;
                        Authentication-Results: amazonses.com;
                         spf=pass (spfCheck: 127.0.0.1 is trusted as a permitted sender) client-ip=127.0.0.1; envelope-from=olga@club.example; helo=mail.club.example;
                         dkim=pass header.i=@club.example;
                         dmarc=pass header.from=club.example;
                        X-SES-RECEIPT: aWQwMTIz
                        """
                        .replace("\n", "\r\n"),
                block(MAIL, "mail.club.example", true));
    }

    /** Jakarta Mail looks for the end of each comment, and took minutes for this one. */
    @Test
    @Timeout(30)
    void authorOfNothingButBracketsIsNobody() {
        var brackets = "From: " + ("(".repeat(900) + "\r\n ").repeat(1000) + "\r\n\r\nHello\r\n";

        assertEquals(new SesBlock.Verdict("", true), SesBlock.Verdict.of(brackets.getBytes(ISO_8859_1), true));
    }

    /** Every quoted string but the first begins anew within the one before. */
    @Test
    @Timeout(30)
    void authorOfNothingButQuotesIsNobody() {
        for (var octets : List.of(64 << 10, 256 << 10, 1 << 20, 10 << 20)) {
            var quotes = "From: \"a" + "\\\"a".repeat(octets / 3) + "\r\n\r\nHello\r\n";

            assertEquals(new SesBlock.Verdict("", true), SesBlock.Verdict.of(quotes.getBytes(ISO_8859_1), true));
        }
    }

    @Test
    void readerOfSesBlocksUnderstandsIt() {
        var block = read(MAIL, "mail.club.example", true);

        assertTrue(block.isPresent());
        assertEquals(Optional.of(LIST), block.recipient());
        assertEquals(new AuthenticationResults(true, Set.of("club.example"), new Dmarc.Passed("club.example")),
                block.results());
    }

    @Test
    void whoIsNotTrustedProvesNothing() {
        assertEquals(new AuthenticationResults(false, Set.of(), new Dmarc.Failed()),
                read(MAIL, "mail.club.example", false).results());
    }

    @Test
    void mailWithoutAnAuthorOrWithTwoProvesNothing() {
        var nobody = read("Subject: x\r\n\r\nx\r\n", "mail.club.example", true);
        var two = read("From: a@club.example\r\nFrom: b@other.example\r\n\r\nx\r\n", "mail.club.example", true);

        assertEquals(AuthenticationResults.NONE, nobody.results());
        assertEquals(AuthenticationResults.NONE, two.results());
    }

    @Test
    void greetingCannotWriteFieldsOfItsOwn() {
        var block = block(MAIL, "x)\r\nX-SES-Spam-Verdict: FAIL\r\nY: (", true);

        assertTrue(block.contains("Received: from unknown (unknown [127.0.0.1])\r\n"), block);
        assertEquals(1, block.split("X-SES-Spam-Verdict", -1).length - 1);
    }
}
