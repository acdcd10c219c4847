package org.clubpost.mail.bounds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.post.PostId;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.Mails;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.route.Routes;
import org.clubpost.mail.rule.Strangers;
import org.clubpost.mail.step.Steps;
import org.junit.jupiter.api.Test;

/** What becomes of mails whose fields are longer than we read. */
class LimitsTest {

    private static final String BLOCK = Mails.lines("Return-Path: <anna@example.org>",
            "Received: from mail.example.org (mail.example.org [192.0.2.1])",
            " by inbound-smtp.eu-west-1.amazonaws.com with SMTP id abc", " for news@lists.example.org;",
            " Fri, 2 Jan 2026 10:00:00 +0000 (UTC)", "X-SES-Spam-Verdict: PASS", "X-SES-Virus-Verdict: PASS",
            "Authentication-Results: amazonses.com;", " dmarc=pass header.from=example.org;", "X-SES-RECEIPT: abc");
    private static final String MANY = "a@b.example,\r\n ".repeat(25_000) + "z@b.example";

    private static Octets mail(String from, String to) {
        return Octets.of((BLOCK + Mails.lines("From: " + from, "To: " + to, "Message-ID: <1@example.org>", "", "Hi"))
                .getBytes(ISO_8859_1));
    }

    private static Optional<Reason> reason(Octets mail) {
        var list = Mails.list().with(new Posting(PostingPolicy.ANYONE, 40L << 20));
        return Routes.of(new Strangers()).route(Incoming.read(new PostId("019cc2449340c0d2efd61c35"), list, mail))
                .handling().reason();
    }

    private static String copy(Octets mail) {
        return Steps.apply(MimeParser.parse(mail), Mails.context()).header().value("To").orElse("");
    }

    @Test
    void mailIsRelayedWhenNothingIsTooLong() {
        assertEquals(Optional.empty(), reason(mail("anna@example.org", "news@lists.example.org")));
    }

    @Test
    void toThatIsTooLongWaitsForTheOwners() {
        assertEquals(Optional.of(Reason.Cause.TOO_MANY_RECIPIENTS),
                reason(mail("anna@example.org", MANY)).map(Reason::cause));
    }

    @Test
    void toThatIsTooLongReachesNoCopy() {
        assertFalse(copy(mail("anna@example.org", MANY)).contains("b.example"));
    }

    @Test
    void fromThatIsTooLongNamesNoAuthor() {
        assertEquals(Optional.of(Reason.Cause.NO_AUTHOR),
                reason(mail(MANY, "news@lists.example.org")).map(Reason::cause));
    }

    @Test
    void headerOfVeryManyLinesIsWrittenAsItWasRead() {
        var mail = Octets.of((BLOCK + "X: y\r\n".repeat(60_000) + "From: anna@example.org\r\n\r\nHi\r\n")
                .getBytes(ISO_8859_1));
        var parsed = MimeParser.parse(mail);

        assertEquals(mail, MimeWriter.toOctets(parsed));
        assertTrue(parsed.header().lines().size() <= 50_001);
        assertFalse(parsed.header().has("From"));
    }
}
