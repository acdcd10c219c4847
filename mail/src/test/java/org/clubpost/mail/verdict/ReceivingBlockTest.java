package org.clubpost.mail.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivingBlockTest {

    private static final SampleMail MAIL = SampleMail.from("author@club.example");

    private static Header header(String text) {
        return MimeParser.parse(Octets.latin1(text)).header();
    }

    private static ReceivingBlock block(SampleMail mail) {
        return ReceivingBlock.of(mail.entity().header());
    }

    private static Sender sender(String text) {
        var header = header(text);
        var block = ReceivingBlock.of(header);
        return Sender.of(block, block.below(header));
    }

    @Test
    void theEnvelopeAndTheVerdictsAreRead() {
        var block = block(MAIL.scans("X-SES-Spam-Verdict: GRAY\r\nX-SES-Virus-Verdict: FAIL\r\n"));

        assertEquals(new EnvelopeSender.Address(EmailAddress.of("author@club.example")), block.sender());
        assertEquals(Optional.of(EmailAddress.of("news@lists.example.org")), block.recipient());
        assertEquals(ScanVerdict.GRAY, block.spam());
        assertEquals(ScanVerdict.FAIL, block.virus());
        assertEquals(new AuthenticationResults(true, Set.of("club.example"), new Dmarc.Passed("club.example")),
                block.results());
    }

    @Test
    void aBlockOfARealMailIsRead() {
        var block = ReceivingBlock.of(
                header("""
                        Return-Path: <sender@gmail.com>\r
                        Received: from mail-x.google.com (mail-x.google.com [209.85.128.50])\r
                         by inbound-smtp.us-east-1.amazonaws.com with SMTP id q041v1u3p6g5bust1o2se9of7vf685mtivi7ci01\r
                         for list@example.com;\r
                         Mon, 20 Mar 2023 03:11:44 +0000 (UTC)\r
                        X-SES-Spam-Verdict: PASS\r
                        X-SES-Virus-Verdict: PASS\r
                        Received-SPF: pass (spfCheck: domain of _spf.google.com designates 209.85.128.50 as permitted sender) client-ip=209.85.128.50; envelope-from=a@gmail.com; helo=mail-x.google.com;\r
                        Authentication-Results: amazonses.com;\r
                         spf=pass (spfCheck: domain of _spf.google.com designates 209.85.128.50 as permitted sender) client-ip=209.85.128.50; envelope-from=a@gmail.com; helo=mail-x.google.com;\r
                         dkim=pass header.i=@gmail.com;\r
                         dmarc=pass header.from=gmail.com;\r
                        X-SES-RECEIPT: AEFBQUFBQUFBQUFH\r
                        X-SES-DKIM-SIGNATURE: a=rsa-sha256; q=dns/txt; b=x; c=relaxed/simple; s=y; d=amazonses.com; t=1; v=1; bh=z; h=From;\r
                        DKIM-Signature: v=1\r
                        From: a@gmail.com\r
                        \r
                        """));

        assertEquals(new AuthenticationResults(true, Set.of("gmail.com"), new Dmarc.Passed("gmail.com")),
                block.results());
    }

    @Test
    void withoutScansThereAreNoVerdicts() {
        assertEquals(ScanVerdict.NOT_SCANNED, block(MAIL.scans("")).virus());
        assertTrue(block(MAIL.scans("")).isPresent());
    }

    @Test
    void theSendersOwnHeaderBeginsBelowTheBlock() {
        var header = MAIL.entity().header();

        assertEquals("From", ReceivingBlock.of(header).below(header).lines().getFirst().name());
    }

    @Test
    void theNullSenderIsTold() {
        assertEquals(new EnvelopeSender.Null(), block(MAIL.envelope("")).sender());
    }

    @Test
    void aBlockThatTheSenderWroteBelowTheRealOneProvesNothing() {
        var forged = SampleMail.from("owner@club.example");
        var own = forged.block() + forged.own();
        var mail = new SampleMail("thief@example.net", "news@lists.example.org", MAIL.scans(), "", own, "").unproven();

        assertEquals(new Sender.Claimed(EmailAddress.of("owner@club.example")), sender(mail.text()));
    }

    @Test
    void aLowerFieldDoesNotStandInForOneThatTheBlockLacks() {
        var mail = MAIL.unproven().with("Authentication-Results", "amazonses.com; dmarc=pass header.from=club.example");
        var without = mail.text().replaceFirst("Authentication-Results: [^\\r]*\\r\\n [^\\r]*\\r\\n [^\\r]*\\r\\n", "");

        assertFalse(without.indexOf("Authentication-Results") < without.indexOf("X-SES-RECEIPT"));
        assertEquals(new Sender.Claimed(EmailAddress.of("author@club.example")), sender(without));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Return-Path", "Received", "X-SES-RECEIPT"})
    void withoutOneOfItsEndsThereIsNoBlock(String name) {
        var text = MAIL.text().replaceFirst("(?m)^" + name + ": .*\\r\\n(?: .*\\r\\n)*", "");

        assertFalse(ReceivingBlock.of(header(text)).isPresent());
        assertEquals(new Sender.Claimed(EmailAddress.of("author@club.example")), sender(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Foreign: 1\r\n", "X-SES-Virus-Verdict: PASS\r\n", "From someone Mon Jan 1\r\n",
                    "Authentication-Results: amazonses.com; dmarc=pass header.from=club.example\r\n"})
    void anythingElseBetweenItsEndsMeansThatThereIsNoBlock(String line) {
        assertFalse(block(MAIL.scans(MAIL.scans() + line)).isPresent());
    }

    @Test
    void aMailWithoutABlockProvesNothing() {
        assertEquals(new Sender.Claimed(EmailAddress.of("author@club.example")), sender(MAIL.own() + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"for <news-leave@lists.example.org>; Fri | news-leave@lists.example.org",
                    "for NEWS@Lists.Example.org; Fri | news@lists.example.org"})
    void theRecipientIsReadWithAndWithoutBrackets(String clause, String expected) {
        var text = MAIL.text().replace("for news@lists.example.org;\r\n Fri", clause);

        assertEquals(Optional.of(EmailAddress.of(expected)), ReceivingBlock.of(header(text)).recipient());
    }

    @Test
    void aRecipientInTheNameThatAHostGreetedWithIsNotRead() {
        var text = MAIL.text().replace("\r\n for news@lists.example.org;", ";").replace("from mail.example.net ",
                "from id x for other@lists.example.org;x ");

        assertEquals(Optional.empty(), ReceivingBlock.of(header(text)).recipient());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;dmarc=pass", "x(y", "x y"})
    void nothingIsBelievedWhenAHostGreetedWithMoreThanAName(String greeting) {
        var text = MAIL.text().replace("Received: from mail.example.net ", "Received: from " + greeting + " ");

        assertEquals(AuthenticationResults.NONE, ReceivingBlock.of(header(text)).results());
    }

    @Test
    void nothingIsBelievedWhenTheEnvelopeSenderIsNotTheOneThatWasChecked() {
        assertEquals(AuthenticationResults.NONE,
                block(MAIL.envelope("\"x; dmarc=pass header.from=club.example\"@example.net")).results());
    }

    /** What forwarders, lists and single machines really have, though the standards do not allow most of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                    "SRS0=3Ypr33=QM=very-long-department-name.example.org=bounce+b.25211.6039846.eb7e7e8ba2@forward.example.org",
                    "bounces+11111111-2222-news+with+a+very+long+tag=club.example-and-more-of-it-in-here@em1234.esp.example",
                    "anna..miller@club.example", ".anna@club.example", "anna.@club.example", "root@localhost",
                    "root@host", "cron@my_host.club.example", "\"anna miller\"@club.example", "\"a;b\"@club.example",
                    "\"a(b\"@club.example", "\"a\\\"b\"@club.example", "\"a<b>c\"@club.example", "anna@[192.0.2.1]",
                    "anna@[IPv6:2001:db8::1]", "j\u00c3\u00bcrg@club.example", "anna@m\u00c3\u00bcller.example",
                    "a:b,c@club.example",
                    "@relay.example:anna@club.example", "prvs=0123456789=anna@club.example",
                    "\"; dmarc=pass header.from=other.example; x=\"@club.example"})
    void aSenderOfAnyShapeIsTakenAndAPassOfDmarcCounts(String envelope) {
        var mail = MAIL.envelope(envelope).proven("author@club.example");

        assertEquals(new Sender.Proven(EmailAddress.of("author@club.example")), sender(mail.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b@club.example", "@club.example", "anna@", "anna", "a@b@club.example", "a;b@club.example",
                    "a(b@club.example", "\"a\"b\"@club.example", "\"@club.example", "a\"b@club.example",
                    "anna@club.example>",
                    "anna@a b", "anna@[192.0.2.1", "anna@[1;2]"})
    void nothingIsBelievedWhenTheEnvelopeSenderIsNoAddress(String envelope) {
        assertEquals(AuthenticationResults.NONE,
                block(MAIL.envelope(envelope).proven("author@club.example")).results());
        assertEquals(new EnvelopeSender.Unknown(), block(MAIL.envelope(envelope)).sender());
    }

    @Test
    void aSenderMayBeLongButNotEndless() {
        var tag = "x".repeat(900);

        assertEquals(new EnvelopeSender.Odd(tag + "@Club.example", "club.example"),
                block(MAIL.envelope(tag + "@Club.example")).sender());
        assertEquals(new EnvelopeSender.Unknown(), block(MAIL.envelope(tag + tag + "@club.example")).sender());
    }

    /** The domain of an odd sender counts as that of a plain one. */
    @Test
    void spfOfAnOddSenderCountsForItsDomain() {
        var spf = " spf=pass (x) client-ip=192.0.2.1; envelope-from=%s; helo=x;\r\n dmarc=none;";

        for (var envelope : List.of("a..b@club.example", "\"a b\"@bounces.club.example",
                "x".repeat(80) + "@CLUB.example")) {
            assertEquals(new Sender.Proven(EmailAddress.of("author@club.example")),
                    sender(MAIL.envelope(envelope).results(spf.formatted(envelope)).text()), envelope);
        }
        for (var envelope : List.of("a..b@other.example", "root@localhost", "a@[192.0.2.1]",
                "\"@club.example\"@x.example")) {
            assertEquals(new Sender.Claimed(EmailAddress.of("author@club.example")),
                    sender(MAIL.envelope(envelope).results(spf.formatted(envelope)).text()), envelope);
        }
    }

    /** A stranger chooses the envelope sender, and SES writes it into the results. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\"; dmarc=pass header.from=club.example; x=\"@evil.example",
                    "\"; dkim=pass header.i=@club.example; \"@evil.example",
                    "\"x\\\"; dmarc=pass header.from=club.example; \"@evil.example",
                    "\"x (\"@evil.example", "\") dmarc=pass header.from=club.example;\"@evil.example",
                    "\"; envelope-from=a@b; dmarc=pass header.from=club.example;\"@evil.example"})
    void aResultInTheEnvelopeSenderIsNoResult(String envelope) {
        for (var verdict : List.of("dmarc=fail header.from=club.example;", "dmarc=none header.from=club.example;",
                "")) {
            var mail = MAIL.envelope(envelope).results(" spf=pass (x) client-ip=192.0.2.1; envelope-from=" + envelope
                    + "; helo=evil.example;\r\n dkim=pass header.i=@evil.example;\r\n " + verdict);
            var other = MAIL.envelope(envelope).results(" spf=pass (x) client-ip=192.0.2.1; envelope-from="
                    + envelope.replaceAll("^\"|\"(?=@evil)", "") + "; helo=evil.example;\r\n " + verdict);

            assertEquals(new Sender.Claimed(EmailAddress.of("author@club.example")), sender(mail.text()), verdict);
            assertEquals(new Sender.Claimed(EmailAddress.of("author@club.example")), sender(other.text()), verdict);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"by mail.club.example with", "by inbound-smtp with",
                    "by xinbound-smtp.eu-west-1.amazonaws.com with", ""})
    void onlyAHostOfSesWritesABlock(String by) {
        var text = MAIL.text().replace("by inbound-smtp.eu-west-1.amazonaws.com with", by);

        assertFalse(ReceivingBlock.of(header(text)).isPresent());
        assertEquals(new Sender.Claimed(EmailAddress.of("author@club.example")), sender(text));
    }

    @Test
    void whatSesMayWriteOneDayIsPassedOver() {
        var text = "X-SES-Newest: 0\r\n" + MAIL
                .scans(String.join("\r\n", "X-SES-Virus-Verdict: FAIL", "X-SES-TENANT: x",
                        "X-SES-Phish-Verdict: PASS", "X-SES-TENANT: y", "X-SES-Spam-Verdict: PASS", ""))
                .text()
                .replace("X-SES-DKIM-SIGNATURE", "X-SES-More: z\r\nX-SES-DKIM-SIGNATURE");
        var header = header(text);
        var block = ReceivingBlock.of(header);

        assertEquals(ScanVerdict.FAIL, block.virus());
        assertEquals("From", block.below(header).lines().getFirst().name());
        assertEquals(new Sender.Proven(EmailAddress.of("author@club.example")), sender(text));
    }

    /** Without SES's signature, a field of the sender's own is not taken for a part of the block. */
    @Test
    void theSendersOwnFieldsStayHis() {
        var header = header(MAIL.text().replaceFirst("(?s)X-SES-DKIM-SIGNATURE: [^\\n]*\\n", "X-SES-Outgoing: 1\r\n"));

        assertEquals("X-SES-Outgoing", ReceivingBlock.of(header).below(header).lines().getFirst().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-SES-Spam-Verdict: PASS\r\n",
                    "Authentication-Results: amazonses.com; dmarc=pass header.from=club.example\r\n",
                    "X-Foreign: 1\r\n", "X-SES-DKIM-SIGNATURE: x\r\n", "X-SES-RECEIPT: x\r\n",
                    "Received: by inbound-smtp.x.y\r\n"})
    void onlyUnknownFieldsOfSesStandAboveOrWithinABlock(String line) {
        assertFalse(ReceivingBlock.of(header(line + MAIL.text())).isPresent());
    }
}
