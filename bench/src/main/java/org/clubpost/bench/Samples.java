package org.clubpost.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.prepare.ListPreparedMail;

/** A list, a member and mails of every size. */
final class Samples {

    static final MailingList LIST = SampleLists.aList()
            .with(new Posting(PostingPolicy.POSTERS, 40L << 20));
    static final PublicLinks LINKS = new PublicLinks(URI.create("https://lists.example.org"), new MembershipTokens(
            new SigningKeys(1, Map.of(1, new SecretKeySpec(new byte[32], "HmacSHA256")))));
    static final ListPreparation PREPARATION = new ListPreparation(LINKS, new InMemorySentIds());
    static final Subscriber.Confirmed MEMBER = SampleSubscribers.aMember(LIST.id(), "anna@example.com");

    private static final String LINE = "The summer party begins at three; bring cake, children and good weather along.";

    private Samples() {}

    /** The prepared mail of one of {@link #mail}. */
    static ListPreparedMail prepared(String kind) {
        return new ListPreparedMail(PREPARATION.prepare(LIST, mail(kind)), LIST, LINKS);
    }

    /**
     * A mail.
     *
     * @param kind {@code plain-3K}, {@code quoted-3K}, {@code base64-3K}, {@code plain-100K} or {@code attachment-100K}
     */
    static Octets mail(String kind) {
        return switch (kind) {
            case "plain-3K" -> text("7bit", lines(LINE, 2_300));
            case "quoted-3K" -> text("quoted-printable", lines(LINE.replace("cake", "K=C3=A4se"), 2_300));
            case "base64-3K" -> text("base64", encoded(lines(LINE, 1_700).getBytes(StandardCharsets.US_ASCII)));
            case "plain-100K" -> text("7bit", lines(LINE, 100_000));
            case "attachment-100K" -> withAttachment(72_000);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Octets text(String encoding, String body) {
        return Octets
                .latin1(header() + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: " + encoding
                        + "\r\n\r\n" + body);
    }

    /** A mail with a text and a file of that many octets, which base64 makes a third longer. */
    static Octets withAttachment(int octets) {
        var file = new byte[octets];
        new Random(1).nextBytes(file);
        return Octets.latin1(header() + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + "Content-Type: text/plain; charset=us-ascii\r\n\r\n" + lines(LINE, 800) + "--b\r\n"
                + "Content-Type: application/pdf; name=\"party.pdf\"\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"party.pdf\"\r\n\r\n" + encoded(file) + "--b--\r\n");
    }

    private static String header() {
        return """
                Return-Path: <owner@club.example>
                Received: from mail.club.example (mail.club.example [192.0.2.1])
                 by inbound-smtp.eu-west-1.amazonaws.com with SMTP id abc
                 for news@lists.example.org;
                 Fri, 06 Mar 2026 08:30:00 +0000 (UTC)
                X-SES-Spam-Verdict: PASS
                X-SES-Virus-Verdict: PASS
                Authentication-Results: amazonses.com;
                 dkim=pass header.i=@club.example;
                 dmarc=pass header.from=club.example;
                X-SES-RECEIPT: AEFB
                From: Olga Owner <owner@club.example>
                To: news@lists.example.org
                Subject: Summer party
                Message-ID: <party@club.example>
                Date: Fri, 06 Mar 2026 08:29:00 +0000
                MIME-Version: 1.0
                """.replace("\n", "\r\n");
    }

    private static String lines(String line, int octets) {
        return (line + "\r\n").repeat(octets / (line.length() + 2) + 1);
    }

    private static String encoded(byte[] octets) {
        return Base64.getMimeEncoder().encodeToString(octets) + "\r\n";
    }
}
