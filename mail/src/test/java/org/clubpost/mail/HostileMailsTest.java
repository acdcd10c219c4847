package org.clubpost.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.preview.Preview;
import org.clubpost.mail.preview.Trust;
import org.clubpost.mail.route.Routes;
import org.clubpost.mail.rule.Strangers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mails that are built to take long, or to bring down whoever reads them. They are judged before anything about their
 * author is proven.
 */
class HostileMailsTest {

    /** Of the processor. They used to take ten seconds and more, and the square of their size or worse. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final String HEAD = Mails.lines("From: Olga <owner@example.org>", "To: news@lists.example.org",
            "Message-ID: <1@example.org>");

    private static String subject(String subject) {
        return HEAD + Mails.lines("Subject: " + subject, "", "Hello");
    }

    private static String type(String type) {
        return HEAD + Mails.lines("Subject: Hi", "Content-Type: " + type, "", "Hello");
    }

    private static String html(String html) {
        return HEAD + Mails.lines("Subject: Hi", "Content-Type: text/html", "Content-Transfer-Encoding: 8bit", "",
                html);
    }

    /** A part in so many multiparts. */
    private static String multiparts(int levels, String part) {
        var mail = new StringBuilder();
        for (var level = 0; level < levels; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(level).append("x\r\n\r\n--b").append(level)
                    .append("x\r\n");
        }
        mail.append(part);
        for (var level = levels - 1; level >= 0; level--) {
            mail.append("\r\n--b").append(level).append("x--\r\n");
        }
        return mail.toString();
    }

    /** Multiparts, as deep as they are divided, in a forwarded mail, and that in such multiparts again. */
    private static String forwardedMultiparts(int forwards) {
        var mail = Mails.lines("Subject: Hi", "", "Hello");
        for (var forward = 0; forward < forwards; forward++) {
            mail = multiparts(23, "Content-Type: message/rfc822\r\n\r\n" + mail);
        }
        return HEAD + mail;
    }

    /** An encoded word (RFC 2047) in which an encoded word is encoded, again and again. */
    private static String wordInWords(int levels) {
        var word = "Hello";
        for (var level = 0; level < levels; level++) {
            word = "=?utf-8?b?" + Base64.getEncoder().encodeToString(word.getBytes(US_ASCII)) + "?=";
        }
        return word;
    }

    /** What SES puts on top, with its results. */
    private static String received(String results) {
        return Mails.lines("Return-Path: <owner@example.org>",
                "Received: from mail.example.org (mail.example.org [192.0.2.1])",
                " by inbound-smtp.eu-central-1.amazonaws.com with SMTP id abc",
                " for news@lists.example.org;", " Sat, 1 Aug 2026 00:00:00 +0000 (UTC)", "X-SES-Spam-Verdict: PASS",
                "X-SES-Virus-Verdict: PASS", "Authentication-Results: amazonses.com;", " " + results) + HEAD
                + Mails.lines("Subject: Hi", "", "Hello");
    }

    private static String from(String name) {
        return HEAD.replace("Olga", name) + Mails.lines("Subject: Hi", "", "Hello");
    }

    private static String nested(int levels) {
        return HEAD + "Subject: Hi\r\n" + "Content-Type: message/rfc822\r\n\r\n".repeat(levels) + "\r\nHello\0\r\n";
    }

    static Stream<Arguments> hostile() {
        var cutIn = "\r\n ";
        return Stream.of(Arguments.of("semicolons after an odd quote", type("text/plain; x=\"" + ";".repeat(4000))),
                Arguments.of("quotes without end", type("text/plain; x" + "\"\"".repeat(2500) + "\"")),
                Arguments.of("many parts with such types",
                        HEAD + Mails.lines("Subject: Hi", "Content-Type: multipart/mixed; boundary=b", "")
                                + ("\r\n--b\r\nContent-Type: text/plain; x=\"" + ";".repeat(4000) + "\r\n\r\nHello")
                                        .repeat(40)
                                + "\r\n--b--\r\n"),
                Arguments.of("punctuation", subject("a" + "!".repeat(40_000) + "a")),
                Arguments.of("answers to answers", subject("Re: ".repeat(20_000))),
                Arguments.of("tags on tags", subject("[a] ".repeat(20_000))),
                Arguments.of("blanks", subject("a" + " ".repeat(40_000) + "b")),
                Arguments.of("open brackets",
                        HEAD.replace("To: ", "To: " + "<".repeat(100_000) + cutIn) + "Subject: Hi\r\n\r\nHello\r\n"),
                Arguments.of("open comments",
                        HEAD.replace("To: ", "To: " + "(".repeat(100_000) + cutIn) + "Subject: Hi\r\n\r\nHello\r\n"),
                Arguments.of("open domains in From",
                        HEAD.replace("Olga ", "[".repeat(100_000) + cutIn) + "Subject: Hi\r\n\r\nHello\r\n"),
                Arguments.of("a name of quotes",
                        HEAD.replace("Olga", "a" + "'".repeat(40_000) + "a") + "Subject: Hi\r\n\r\nHello\r\n"),
                Arguments.of("ampersands", html("&".repeat(1_000_000))),
                Arguments.of("placeholders that begin with tags", html("{{<b".repeat(200_000))),
                Arguments.of("messages in messages", nested(1_700)),
                Arguments.of("multiparts in multiparts",
                        HEAD + multiparts(300, "Content-Type: text/plain\r\n\r\nHello")),
                Arguments.of("multiparts in messages in multiparts", forwardedMultiparts(8)),
                Arguments.of("comments in comments", from("(".repeat(10_000) + "a" + ")".repeat(10_000))),
                Arguments.of("as many comments in comments as are read",
                        from(("(".repeat(20) + "a" + ")".repeat(20)).repeat(100))),
                Arguments.of("encoded words in encoded words", subject(wordInWords(20))),
                Arguments.of("encoded words in encoded words of a name", from(wordInWords(20))),
                Arguments.of("groups in groups",
                        HEAD + "Subject: Hi\r\nCc: " + "g:".repeat(400_000) + "\r\n\r\nHello\r\n"),
                Arguments.of("properties of a verdict", received("spf=pass" + " a".repeat(50_000))),
                Arguments.of("many to answer to", HEAD + "Subject: Hi\r\nReply-To: "
                        + String.join(",\r\n ", IntStream.range(0, 10_000).mapToObj(i -> "a" + i + "@x.example")
                                .toList())
                        + "\r\n\r\nHello\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isJudgedSoon(String what, String mail) throws Exception {
        for (var trust : List.of(Trust.NONE, Trust.AUTHOR)) {
            var preview = new Preview(Mails.list(), Routes.of(new Strangers()),
                    new ListPreparation(Mails.context(Mails.list()).links(), new InMemorySentIds()), trust);

            var verdict = onASmallStack(() -> preview.of(Octets.latin1(mail)).verdict());

            assertTrue(Set.of("relay", "hold", "confirm", "reject", "discard").contains(verdict), verdict);
        }
    }

    /**
     * A quarter of what a thread has otherwise, so that depth is seen to have a bound of ours, and not of the stack.
     */
    private static String onASmallStack(Callable<String> judging) throws Exception {
        var result = new FutureTask<>(() -> {
            var processor = ManagementFactory.getThreadMXBean();
            var before = processor.getCurrentThreadCpuTime();
            var verdict = judging.call();
            var took = Duration.ofNanos(processor.getCurrentThreadCpuTime() - before);
            assertTrue(took.compareTo(SOON) < 0, took::toString);
            return verdict;
        });
        new Thread(null, result, "small", 256 << 10).start();
        return result.get();
    }

    static Stream<Arguments> endsOfLines() {
        return Stream.of("Content-Type: text/plain; name*=utf-8''a%0D%0AX-Evil:%20b",
                "Content-Type: text/plain\r\nContent-Disposition: inline; filename*=utf-8''a%0AX-Evil:%20b")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("endsOfLines")
    void endOfALineInAParameterEndsNoField(String fields) {
        var copy = Mails.copy(HEAD + "Subject: Hi\r\n" + fields + "\r\n\r\nK\u00e4se\r\n");

        assertFalse(copy.contains("\nX-Evil"), copy);
        assertTrue(copy.contains("unsubscribe?token="), copy);
    }

    @Test
    void quoteThatIsNotClosedHidesNoBoundary() {
        var copy = Mails.copy(HEAD + Mails.lines("Subject: Hi",
                "Content-Type: multipart/mixed; charset=\"utf-8; boundary=\"b\"", "", "--b",
                "Content-Type: text/plain", "", "Hello", "--b", "Content-Type: image/png; name=\"a.png",
                "Content-Transfer-Encoding: base64", "", "AAAA", "--b--"));

        assertEquals(2, copy.split("\r\n--b\r\n", -1).length - 1, copy);
        assertTrue(copy.contains("image/png") && copy.contains("AAAA"), copy);
        assertTrue(copy.indexOf("unsubscribe?token=", copy.indexOf("Hello")) < copy.indexOf("image/png"), copy);
    }

    @Test
    void namesOfAnyLengthLeaveLinesThatFit() {
        var copy = Mails.copy("From: " + "Olga ".repeat(300) + "<owner@example.org>\r\nCc: " + "\"x, y\""
                + " <a@example.org>, " + "Anna".repeat(500) + " <b@example.org>\r\n\r\nHello\r\n");

        assertTrue(copy.lines().allMatch(line -> line.length() <= 998), copy);
        assertTrue(copy.contains("b@example.org"), copy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"attachment; filename=\"setup.exe", "attachment;; filename=\"setup.exe\"",
                    "attachment; filename=\"a.pdf\"\r\nContent-Disposition: attachment; filename=\"setup.exe\"",
                    "attachment; filename=a.pdf filename=setup.exe"})
    void programIsFoundHoweverItsNameIsWritten(String disposition) {
        var mail = HEAD + Mails.lines("Subject: Hi", "Content-Type: multipart/mixed; boundary=b", "", "--b",
                "Content-Type: text/plain", "", "Hello", "--b", "Content-Type: application/x",
                "Content-Disposition: " + disposition, "", "MZ", "--b--");
        var preview = new Preview(Mails.list(), Routes.of(new Strangers()),
                new ListPreparation(Mails.context(Mails.list()).links(), new InMemorySentIds()), Trust.AUTHOR);

        assertEquals("reject", preview.of(Octets.latin1(mail)).verdict());
    }
}
