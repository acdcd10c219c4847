package org.clubpost.mail.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned.Complaint.Kind;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples beside this class, one for each form; {@code expected.txt} says what is to be read in each. */
final class ReportReaderTest {

    private static byte[] bytes(String file) {
        try (var stream = Objects.requireNonNull(ReportReaderTest.class.getResourceAsStream(file), file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MailReport read(String text) {
        return ReportReader.read(MimeParser.parse(Octets.of(text.getBytes(UTF_8))));
    }

    private static MailReport sample(String name) {
        return read(new String(bytes(name + ".eml"), UTF_8).replace("\n", "\r\n"));
    }

    static List<String> samples() {
        return new String(bytes("expected.txt"), UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleSaysWhatItSays(String line) {
        var name = line.substring(0, line.indexOf(':'));

        assertEquals(line, name + ": " + shown(sample(name)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bareLineFeedsSayTheSame(String line) {
        var name = line.substring(0, line.indexOf(':'));

        assertEquals(line, name + ": " + shown(read(new String(bytes(name + ".eml"), UTF_8))));
    }

    /** A cut or spoilt report may say less, but nothing goes wrong with it. */
    @ParameterizedTest
    @MethodSource("samples")
    void anyBeginningOfASampleCanBeRead(String line) {
        var text = new String(bytes(line.substring(0, line.indexOf(':')) + ".eml"), UTF_8);

        for (int end = 0; end < text.length(); end += 37) {
            assertTrue(shown(read(text.substring(0, end))).length() > 3);
        }
    }

    private static String shown(MailReport report) {
        return switch (report) {
            case MailReport.BounceReport(var recipients, var others, _) ->
                "bounce: " + shown(recipients) + rest(others);
            case MailReport.DelayNotice(var recipients, var others, _) -> "delay: " + shown(recipients) + rest(others);
            case MailReport.ComplaintReport(var type, var kind, var recipients, _) ->
                "complaint: " + String.join(",", recipients) + " " + type + " " + kind.map(Kind::name).orElse("-");
            case MailReport.NoReport _ -> "other";
        };
    }

    private static String rest(List<Failed> others) {
        return others.stream().map(each -> "|" + each.action() + " " + shown(List.of(each)))
                .collect(Collectors.joining());
    }

    private static String shown(List<Failed> recipients) {
        return recipients.stream().map(each -> each.address()
                + (each.address().equals(each.finalAddress()) ? "" : ">" + each.finalAddress()) + " "
                + switch (each.lasting()) {
                    case PERMANENT -> 5;
                    case TRANSIENT -> 4;
                    case UNDETERMINED -> 0;
                } + " " + each.status() + " " + each.reason().word()).collect(Collectors.joining("|"));
    }

    @Test
    void theMailThatCameBackIsKnownByItsFields() {
        for (var name : List.of("qmail", "exim", "dsn", "dsn-several", "gmail", "sendmail", "gmx", "notes")) {
            var original = ((MailReport.BounceReport) sample(name)).original();

            assertEquals(Optional.of("post.1@lists.example.org"), original.messageId(), name);
            assertEquals(Optional.of("m1"), original.header().value("X-Mark"), name);
        }
    }

    @Test
    void whatAMailSystemSaysIsKeptOnOneLine() {
        var failed = ((MailReport.BounceReport) sample("dsn")).recipients().getFirst();

        assertEquals("550 5.1.1 no such user", failed.diagnostic());
        assertEquals("550", failed.replyCode());
        assertEquals("failed", failed.action());
        assertTrue(failed.isDead());
    }

    @Test
    void mailSystemSpeaksToPeopleInUtf8() {
        var failed = ((MailReport.BounceReport) read("""
                Return-Path: <>
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; bert@example.com
                Action: failed
                Status: 5.0.0
                Diagnostic-Code: smtp; 552 La bo\u00eete est pleine
                """)).recipients().getFirst();

        assertEquals("552 La bo\u00eete est pleine", failed.diagnostic());
        assertEquals(BounceReason.MAILBOX_FULL, failed.reason());
    }

    @Test
    void longWordsAreCut() {
        var failed = ((MailReport.BounceReport) read("""
                Return-Path: <>
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; bert@example.com
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; %s
                """.formatted("word ".repeat(2_000)))).recipients().getFirst();

        assertEquals(Failed.MOST_WORDS, failed.diagnostic().length());
    }

    @Test
    void onlyAPermanentFaultOfTheAddressMakesItDead() {
        assertFalse(
                new Failed("a@b.example", "a@b.example", Lasting.TRANSIENT, BounceReason.USER_UNKNOWN, "4.1.1", "450",
                        "", "failed").isDead());
        assertFalse(
                new Failed("a@b.example", "a@b.example", Lasting.PERMANENT, BounceReason.MAILBOX_FULL, "5.2.2", "552",
                        "", "failed").isDead());
        assertTrue(new Failed("a@b.example", "a@b.example", Lasting.UNDETERMINED, BounceReason.MAILBOX_FULL, "", "", "",
                "failed").isPermanent());
    }

    @Test
    void noMoreRecipientsAreReadThanAReportCanHave() {
        var fields = new StringBuilder("Content-Type: message/delivery-status\n\nReporting-MTA: dns; a\n\n");
        for (int i = 0; i < 500; i++) {
            fields.append("Final-Recipient: rfc822; a%d@example.com\nAction: failed\nStatus: 5.1.1\n\n".formatted(i));
        }

        assertTrue(((MailReport.BounceReport) read(fields.toString())).recipients().size() <= 201);
    }
}
