package org.clubpost.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.outbox.CollectingOutbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.local.lambda.InboundEvents;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.mailbox.MailboxFile;
import org.clubpost.local.mailbox.MailboxOutbox;
import org.clubpost.local.mailbox.Sync;
import org.clubpost.local.smtp.MailMemory;
import org.clubpost.local.smtp.SmtpFront;
import org.clubpost.local.smtp.Trust;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.notices.CommonsEmailNotices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Angus Mail reads its switches once in the life of a JVM. Whichever part of Clubpost comes first must not decide what
 * the others write, so each order runs in a JVM of its own.
 */
final class MailsInAnyOrderTest {

    /** The author's own octets behind the tag, though the word in them is glued to another. */
    private static final String SUBJECT = "\r\nSubject: [news] Our=?UTF-8?Q?_pl=C3=A4n?=\r\n";
    private static final String FILE = "; filename*=UTF-8''my%20pl%C3%A4n%20v1.pdf\r\n";

    /** What Angus does by itself, for the switches that we turn. */
    private static final List<String> UNTURNED = List.of("-Dmail.mime.multipart.allowempty=false",
            "-Dmail.mime.base64.ignoreerrors=false", "-Dmail.mime.uudecode.ignoreerrors=false",
            "-Dmail.mime.uudecode.ignoremissingbeginend=false", "-Dmail.mime.ignoreunknownencoding=false",
            "-Dmail.mime.decodefilename=false", "-Dmail.mime.address.ignorebogusgroupname=false",
            "-Dmail.mime.parameters.strict=true", "-Dmail.mime.contentdisposition.strict=true",
            "-Dmail.mime.decodetext.strict=true", "-Dmail.mime.address.strict=true");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"POST", "NOTICES POST", "RECEPTION POST", "MAILBOX POST", "POST NOTICES"})
    void postKeepsItsSubjectAndTheNameOfItsFile(String order) throws Exception {
        var written = written(order, List.of());

        assertTrue(written.contains(SUBJECT), written);
        assertTrue(written.contains(FILE), written);
    }

    @Test
    void noticesAreTheSameInEveryOrder() throws Exception {
        var first = written("NOTICES POST", List.of());
        var last = written("POST NOTICES", List.of());

        assertEquals(notices(first), notices(last));
    }

    @Test
    void switchesChangeNoNotice() throws Exception {
        assertEquals(notices(written("NOTICES", UNTURNED)), notices(written("NOTICES", List.of())));
    }

    @Test
    void switchesChangeNoPost() throws Exception {
        var written = written("POST", UNTURNED);

        assertTrue(written.contains(SUBJECT), written);
        assertTrue(written.contains(FILE), written);
    }

    /** What the notices consist of, their boundaries aside: those hold the time and a hash. */
    private static String notices(String written) {
        var from = written.indexOf("== NOTICES");
        var next = written.indexOf("== ", from + 1);
        var text = written.substring(from, next < 0 ? written.length() : next);
        assertTrue(text.contains("Auto-Submitted"), text);
        // A boundary has a hash in it. A short one leaves the field unfolded.
        return text.replaceAll(";\\s+boundary=", "; boundary=").replaceAll("=_Part_\\d+_[\\d.]+", "=_Part");
    }

    private String written(String order, List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Tasks.class.getName(),
                directory.toString()));
        command.addAll(List.of(order.split(" ", -1)));
        var errors = directory.resolve("errors");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        var written = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
        assertEquals(0, process.waitFor(), () -> read(errors));
        return written;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** What the process runs: the tasks that its arguments name, in their order. */
    static final class Tasks {

        private static final MailingList LIST = SampleLists.aList();
        private static final EmailAddress ANNA = EmailAddress.of("anna@bücher.example");
        private static final URI LINK = URI.create("https://lists.example.org/x?token=AQ");
        /**
         * An encoded word that is glued to another word, and the name of a file without quotes: seen, and against the
         * grammar.
         */
        private static final byte[] POST = """
                From: Olga Owner <owner@example.org>
                To: news@lists.example.org
                Subject: Our=?UTF-8?Q?_pl=C3=A4n?=
                Message-ID: <1@example.org>
                Date: Thu, 1 Jan 2026 00:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Here it is.
                --b
                Content-Type: application/pdf
                Content-Disposition: attachment; filename=my plän v1.pdf
                Content-Transfer-Encoding: base64

                JVBERg==
                --b--
                """.replace("\n", "\r\n").getBytes(UTF_8);

        private Tasks() {}

        public static void main(String[] arguments) throws Exception {
            ServiceLog.silence();
            var directory = Path.of(arguments[0]);
            var out = new PrintStream(System.out, true, ISO_8859_1);
            for (var task : List.of(arguments).subList(1, arguments.length)) {
                out.println("== " + task);
                for (var mail : run(task, directory)) {
                    out.print(new String(mail.toByteArray(), ISO_8859_1));
                }
            }
        }

        private static List<MailContent> run(String task, Path directory) throws IOException {
            return switch (task) {
                case "NOTICES" -> notices();
                case "POST" -> List.of(new ListPreparation(SampleLinks.LINKS, new InMemorySentIds())
                        .prepare(LIST, Octets.of(POST)).render(_ -> ""));
                case "RECEPTION" -> receive(directory);
                case "MAILBOX" -> keep(directory);
                default -> throw new IllegalArgumentException(task);
            };
        }

        /** Sends one notice of each shape: the words alone, a mail attached as a mail, a mail attached as a file. */
        private static List<MailContent> notices() {
            var outbox = new CollectingOutbox();
            var notices = new CommonsEmailNotices(outbox, new FixedClock(), new Random(3));
            var german = LIST
                    .with(new Profile("Schachverein „Königsspringer“ von 1923", "", Locale.GERMAN));
            Stream.of(new JoinNotice.ConfirmationRequest(german, ANNA, Locale.GERMAN, LINK, LINK, Duration.ofHours(24)),
                    new OwnerNotice.MailForOwners(LIST, ANNA, forwarded(POST), false),
                    new OwnerNotice.MailForOwners(LIST, ANNA, forwarded(new byte[]{0, 'x'}), false))
                    .forEach(notices::send);
            return outbox.accepted().stream().map(OutgoingMail::content).toList();
        }

        private static ForwardedMail forwarded(byte[] mail) {
            return new ForwardedMail("sam@stranger.example", "Our plän", MailContent.of(mail));
        }

        private static List<MailContent> receive(Path directory) throws IOException {
            var clock = new FixedClock();
            try (var events = new InboundEvents((_, _) -> null, Duration.ofMinutes(1), directory.resolve("events"),
                    clock);
                    var front = SmtpFront.open(InetAddress.getLoopbackAddress(), 0,
                            new SmtpFront.Ports(new InMemoryLists(SampleLists.aList(new ListId("news"))),
                                    SampleLists.DOMAIN, new InMemoryMailStore(clock), events, Trust.LOOPBACK,
                                    new MailMemory()),
                            clock, new Random(3))) {
                var answer = SmtpDialogue.submit(front.port(), "owner@example.org", "news@" + SampleLists.DOMAIN,
                        new String(POST, ISO_8859_1));
                if (!answer.startsWith("250")) {
                    throw new IllegalStateException(answer);
                }
            }
            return List.of();
        }

        private static List<MailContent> keep(Path directory) throws IOException {
            try (var mailbox = MailboxFile.open(directory.resolve("mailbox"))) {
                new MailboxOutbox(mailbox, Sync.NEVER, _ -> false, new FixedClock())
                        .send(new OutgoingMail(LIST.address(ListRole.BOUNCES), ANNA, MailContent.of(POST)));
            }
            return List.of();
        }
    }
}
