package org.clubpost.local.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.verdict.Author;

/**
 * The header fields that SES puts on top of a mail that it has received, in SES's order and shape (seen on real mails
 * of 2018 to 2026). They carry the verdicts, and the envelope recipient that this copy is for, if it is for one only.
 * Below them comes the mail, octet for octet as it arrived.
 *
 * @param session where the mail came from
 * @param verdict who the author in the From field is, as far as that was proved
 * @param at when it came
 */
record SesBlock(Submission session, Verdict verdict, Instant at) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");
    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /**
     * What the client said about itself in the SMTP session.
     *
     * @param client the client's address
     * @param helo the name in its EHLO; {@code unknown} when that was not a name
     * @param envelopeSender the address in MAIL FROM, or empty for the null sender
     */
    record Submission(InetAddress client, String helo, String envelopeSender) {

        Submission {
            helo = HOST.matcher(helo).matches() ? helo : "unknown";
        }
    }

    /**
     * What is known about the author.
     *
     * @param fromDomain the domain of the From field, empty when it has none
     * @param trusted whether we believe the client
     */
    record Verdict(String fromDomain, boolean trusted) {

        /** Reads the From field of the mail. */
        static Verdict of(byte[] mail, boolean trusted) {
            return new Verdict(switch (Author.of(MimeParser.header(Octets.of(mail)))) {
                case Author.One(var author) -> author.domain();
                case Author.Several _,Author.Unreadable _ -> "";
            }, trusted);
        }

        private boolean isProved() {
            return trusted && !fromDomain.isEmpty();
        }
    }

    /**
     * The block for one copy.
     *
     * @param id the mail's id, the last part of the key under which it is stored
     * @param recipients the envelope recipients that this copy is for, at least one
     */
    byte[] text(String id, Collection<EmailAddress> recipients) {
        var spf = verdict.isProved() ? "pass" : "none";
        var checked = "%s (spfCheck: %s is %s a permitted sender) client-ip=%s; envelope-from=%s; helo=%s;".formatted(
                spf,
                session.client().getHostAddress(), verdict.isProved() ? "trusted as" : "not known as",
                session.client().getHostAddress(), session.envelopeSender(), session.helo());
        var lines = """
                Return-Path: <%1$s>
                Received: from %2$s (%2$s [%3$s])
                 by inbound-smtp.local.amazonaws.com with SMTP id %4$s%5$s;
                 %6$s (UTC)
                X-SES-Spam-Verdict: PASS
                X-SES-Virus-Verdict: PASS
                Received-SPF: %7$s
                Authentication-Results: amazonses.com;
                 spf=%7$s
                %8$sX-SES-RECEIPT: %9$s
                """.formatted(session.envelopeSender(), session.helo(), session.client().getHostAddress(), id,
                recipients.size() == 1 ? "\n for " + recipients.iterator().next().ascii() : "", DATE.format(at),
                checked, domainVerdicts(),
                Base64.getEncoder().encodeToString(id.getBytes(US_ASCII)));
        return lines.replace("\n", "\r\n").getBytes(UTF_8);
    }

    private String domainVerdicts() {
        if (verdict.fromDomain().isEmpty()) {
            return " dmarc=none;\n";
        }
        return verdict.isProved()
                ? " dkim=pass header.i=@%1$s;\n dmarc=pass header.from=%1$s;\n".formatted(verdict.fromDomain())
                : " dmarc=fail header.from=%s;\n".formatted(verdict.fromDomain());
    }
}
