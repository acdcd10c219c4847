package org.clubpost.mail.bounds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;

/** Whole mails made of what mails are made of, in any order, taken in from the first octet to the last. */
class MailsFuzzTest {

    private static final String SEED = "14";
    private static final List<String> NAMES = List.of("From", "To", "Cc", "Reply-To", "Subject", "Message-ID",
            "In-Reply-To", "References", "Date", "Content-Type", "Content-Disposition", "Content-Transfer-Encoding",
            "X-Clubpost-Send-At", "Return-Path", "Received", "Authentication-Results", "X-SES-RECEIPT",
            "X-SES-Spam-Verdict", "List-Id", "X-Loop", "Auto-Submitted", "Precedence", "X-Unknown", "MIME-Version",
            "Content-ID", "", " ");
    private static final List<String> BODIES = List.of("Anna <anna@example.org>", "news@lists.example.org",
            "news-leave@lists.example.org", "=?utf-8?q?a?=", "[news] ", "Re: ", "<1@example.org>", "multipart/mixed;",
            " boundary=b", "multipart/alternative;", "multipart/signed;", "text/html", "text/plain;", " charset=utf-8",
            " charset=utf-7", " format=flowed", "message/rfc822", "application/ms-tnef;", " name=\"winmail.dat\"",
            "attachment;", " filename=\"a.exe\"", "base64", "quoted-printable", "8bit", "x-none", "\"", "\\", "(", "<",
            ",",
            ";", ":", "\u00e4", "\0", "\r\n ", "amazonses.com;", " dmarc=pass header.from=example.org;",
            "from a (b [192.0.2.1]) by c with SMTP id d for news@lists.example.org; x", "leave abc", "1.0");
    private static final List<String> TEXTS = List.of("Hello", "\r\n", "\n", "\r", "--b", "--b--", "--", " ",
            "{{unsubscribe_url}}", "{{ member_name }}", "&#123;", "<html>", "<body>", "</body>", "<!--", "<script>",
            "=",
            "=3D", "=\r\n", "SGVsbG8=", "\u00e4", "\0", "From ", ".", "-----BEGIN PGP SIGNED MESSAGE-----",
            "-----END PGP SIGNATURE-----", "-- ", ">", "Content-Type: text/html\r\n",
            "Content-Type: message/rfc822\r\n\r\n",
            "x\u009f>");

    @Provide
    Arbitrary<String> mails() {
        var field = Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(BODIES).list().ofMaxSize(5))
                .as((name, bits) -> name + ": " + String.join("", bits) + "\r\n");
        var text = Arbitraries.of(TEXTS).list().ofMaxSize(30).map(bits -> String.join("", bits));
        return Combinators.combine(field.list().ofMaxSize(12), text)
                .as((fields, body) -> fields.stream().collect(Collectors.joining()) + "\r\n" + body);
    }

    @Property(tries = 800, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void mailsAreTakenIn(@ForAll("mails") String mail) {
        assertTrue(Stopwatch.stages(Octets.of(mail.getBytes(ISO_8859_1)), Mails.list()).containsKey("store"));
    }

    @Property(tries = 1000, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void mailsAreWrittenAsTheyWereRead(@ForAll("mails") String mail) {
        var octets = Octets.of(mail.getBytes(ISO_8859_1));

        assertEquals(octets, MimeWriter.toOctets(MimeParser.parse(octets)));
    }
}
