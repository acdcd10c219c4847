package org.clubpost.cli.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class PreviewCommandTest {

    @TempDir
    private Path folder = Path.of("");
    private final StringWriter printed = new StringWriter();

    @BeforeEach
    void writeMails() throws IOException {
        Files.createDirectories(folder.resolve("in/deep"));
        Files.writeString(folder.resolve("in/a-post.eml"), """
                From: Anna <anna@example.com>
                To: news@lists.example.net
                Subject: Hi
                Message-ID: <1@example.com>

                Hello
                """);
        Files.write(folder.resolve("in/deep/broken.eml"), new byte[]{0, -1, 13, 10, 10, 58, 13});
        Files.writeString(folder.resolve("list.json"),
                """
                        {"domain": "lists.example.net", "posting": "anyone", "owners": ["olga@club.example"], "reply-to": "list"}
                        """);
    }

    private int run(String... options) {
        var arguments = Stream.concat(Stream.of("news", folder.resolve("in").toString(), "--list-file",
                folder.resolve("list.json").toString()), Stream.of(options)).toArray(String[]::new);
        return new CommandLine(new PreviewCommand()).setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true)).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments);
    }

    @Test
    void everyFileHasALineAndNothingStopsIt() {
        assertEquals(0, run());

        assertEquals("""
                relay     -                a-post.eml
                hold      may-post         deep/broken.eml  It does not name exactly one author.
                2 files: 1 hold, 1 relay
                taken as handed in and proven by the author named in From; --trust none proves nothing
                """, printed.toString());
    }

    @Test
    void whatTheMemberWouldGetIsWritten() throws IOException {
        run("--out", folder.resolve("out").toString(), "--member", "bert@example.com");

        var copy = Files.readString(folder.resolve("out/a-post.eml"), StandardCharsets.ISO_8859_1);
        assertTrue(copy.contains("From: Anna via news <news@lists.example.net>\r\n"), copy);
        assertTrue(copy.contains("bert@example.com"), copy);
        assertFalse(Files.exists(folder.resolve("out/deep")));
    }

    @Test
    void twoRunsWriteTheSame() throws IOException {
        run("--out", folder.resolve("out").toString());
        run("--out", folder.resolve("again").toString());

        assertEquals(-1, Files.mismatch(folder.resolve("out/a-post.eml"), folder.resolve("again/a-post.eml")));
    }

    @Test
    void stepsThatActedAreTold() {
        run("--explain");

        assertTrue(printed.toString().contains("    munge-from: changed From; added Author, X-Original-From"),
                printed::toString);
        assertTrue(printed.toString().contains("    may-post: hold"), printed::toString);
    }

    @Test
    void withoutTrustNothingIsProven() {
        run("--trust", "none");

        assertTrue(printed.toString().contains("hold      may-post         a-post.eml"), printed::toString);
    }

    @Test
    void whatTheAuthorShouldKnowIsSaid() throws IOException {
        Files.writeString(folder.resolve("in/a-post.eml"), """
                From: Anna <anna@example.com>
                To: news@lists.example.net
                Subject: News for {{member_name}} of {{ City }}
                Content-Type: text/html

                <p>Dear {{<b>frist_name</b>}}, {{member_name}}, %7B%7BFNAME%7D%7D, {{frist_name}}, {{not a name}}</p>
                """);
        Files.writeString(folder.resolve("in/deep/broken.eml"), """
                From: Anna <anna@example.com>
                To: news@lists.example.net
                Subject: Signed
                Content-Type: multipart/signed; boundary=b; protocol="application/pgp-signature"

                --b

                Hi {{name}}
                --b
                Content-Type: application/pgp-signature

                x
                --b--
                """);

        assertEquals(0, run());

        assertEquals("""
                relay     -                a-post.eml
                    warning: {{City}} is no placeholder, so members see it as it is
                    warning: {{frist_name}} is no placeholder, so members see it as it is
                    warning: {{FNAME}} is no placeholder, so members see it as it is
                relay     -                deep/broken.eml
                    warning: no text of the mail has the link to leave, only its header has
                2 files: 2 relay
                taken as handed in and proven by the author named in From; --trust none proves nothing
                """, printed.toString());
    }

    private static final String BOUNCE = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example.net
            To: news-bounces@lists.example.net
            Subject: failure notice

            Hi. This is the qmail-send program at mx.example.net.

            <bert@example.com>:
            192.0.2.1 does not like recipient.
            Remote host said: 550 5.1.1 <bert@example.com>... No such user

            <carla@example.com>:
            Remote host said: 452 4.2.2 mailbox full
            """;

    private int runWithoutList(String... arguments) {
        return new CommandLine(new PreviewCommand()).setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true)).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments);
    }

    @Test
    void aReportNeedsNoListAndSaysWhoDidNotGetTheMail() throws IOException {
        Files.writeString(folder.resolve("in/bounce.eml"), BOUNCE);

        assertEquals(0, runWithoutList(folder.resolve("in/bounce.eml").toString()));

        var text = printed.toString();
        assertTrue(text.startsWith("bounce     bounce.eml\n"), text);
        assertTrue(text.contains("    bert@example.com did not get the mail, for good: "), text);
        assertTrue(text.contains(" (user-unknown, 5.1.1, 550)\n"), text);
        assertTrue(text.contains("    carla@example.com did not get the mail, for now: "), text);
        assertTrue(text.contains(" (mailbox-full, 4.2.2, 452)\n"), text);
    }

    @Test
    void aFolderOfReportsIsAnArrayInJson() throws IOException {
        Files.writeString(folder.resolve("in/bounce.eml"), BOUNCE);

        assertEquals(0, runWithoutList(folder.resolve("in").toString(), "--json"));

        var files = new ObjectMapper().readTree(printed.toString());
        assertEquals(3, files.size());
        assertEquals("other", files.get(0).get("kind").asText());
        assertEquals("bounce.eml", files.get(1).get("file").asText());
        assertEquals("bounce", files.get(1).get("kind").asText());
        assertEquals(
                new ObjectMapper().readTree(
                        """
                                {"address": "carla@example.com", "action": "failed", "permanent": false, "hard_bounce": false, "status": "4.2.2",
                                 "reply_code": "452", "reason": "mailbox-full", "diagnostic": "Remote host said: 452 4.2.2 mailbox full"}
                                """),
                files.get(1).get("recipients").get(1));
        assertTrue(files.get(1).get("recipients").get(0).get("hard_bounce").asBoolean());
    }

    @Test
    void everyoneInAReportHasWhatBecameOfTheMail() throws IOException {
        Files.writeString(folder.resolve("in/bounce.eml"), """
                Return-Path: <>
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; bert@example.com
                Action: failed
                Status: 5.1.1

                Final-Recipient: rfc822; carla@example.com
                Action: delayed
                Status: 4.4.1

                Final-Recipient: rfc822; dora@example.com
                Action: relayed
                Status: 2.1.9
                """);

        assertEquals(0, runWithoutList(folder.resolve("in/bounce.eml").toString(), "--json"));

        var told = new ObjectMapper().readTree(printed.toString()).get(0);
        assertEquals("failed", told.get("recipients").get(0).get("action").asText());
        assertEquals("delayed", told.get("recipients").get(1).get("action").asText());
        assertFalse(told.get("recipients").get(1).get("permanent").asBoolean());
        assertEquals(
                new ObjectMapper().readTree(
                        """
                                [{"address": "dora@example.com", "action": "relayed", "status": "2.1.9"}]
                                """),
                told.get("others"));
    }

    @Test
    void aComplaintSaysWhose() throws IOException {
        Files.writeString(folder.resolve("in/complaint.eml"), """
                From: fbl@provider.example
                Content-Type: multipart/report; report-type=feedback-report; boundary=b

                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                Original-Rcpt-To: <bert@example.com>
                --b--
                """);

        runWithoutList(folder.resolve("in/complaint.eml").toString());

        assertEquals("complaint  complaint.eml\n    bert@example.com complained of the mail (abuse)\n",
                printed.toString());
    }

    @Test
    void aReportAmongTheMailsToAListIsTold() throws IOException {
        Files.writeString(folder.resolve("in/a-post.eml"), BOUNCE);

        assertEquals(0, run());

        assertTrue(
                printed.toString()
                        .startsWith("bounce    -                a-post.eml\n    bert@example.com did not get"),
                printed::toString);
    }

    @Test
    void mailsToAListHaveNoJson() {
        assertEquals(2, run("--json"));
    }

    @Test
    void aFileIsNotWrittenOverItself() throws IOException {
        var before = Files.readString(folder.resolve("in/a-post.eml"));

        assertEquals(1, run("--out", folder.resolve("in").toString()));

        assertTrue(printed.toString().contains("error"), printed::toString);
        assertEquals(before, Files.readString(folder.resolve("in/a-post.eml")));
    }
}
