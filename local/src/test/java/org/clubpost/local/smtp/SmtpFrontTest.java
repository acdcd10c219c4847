package org.clubpost.local.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.local.lambda.InboundEvents;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.verdict.ReceivingBlock;
import org.clubpost.mail.verdict.Sender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients can do to the SMTP server that do not want to send mail, or not soon. */
@Timeout(60)
final class SmtpFrontTest {

    private static final String LIST = "news@" + SampleLists.DOMAIN;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(150);

    static {
        ServiceLog.silence();
    }

    @TempDir
    private Path temp;
    private final FixedClock clock = new FixedClock();
    private final InMemoryMailStore store = new InMemoryMailStore(clock);
    private InboundEvents events;
    private SmtpFront front;

    private static SmtpLimits limits() {
        return new SmtpLimits(200, 50, Duration.ofMillis(50), LONG, LONG, LONG, LONG, 1 << 14, 4, 1000);
    }

    @BeforeEach
    void open() throws IOException {
        events = new InboundEvents((_, _) -> null, Duration.ofMinutes(1), temp.resolve("events"), clock);
        front = open(limits());
    }

    private SmtpFront open(SmtpLimits limits) throws IOException {
        var ports = new SmtpFront.Ports(new InMemoryLists(SampleLists.aList(new ListId("news"))), SampleLists.DOMAIN,
                store, events, Trust.LOOPBACK, new MailMemory());
        return SmtpFront.open(InetAddress.getLoopbackAddress(), 0, ports, limits, clock, new Random(3));
    }

    private void reopen(SmtpLimits limits) throws IOException {
        front.close();
        front = open(limits);
    }

    @AfterEach
    void close() throws IOException {
        front.close();
        events.close();
    }

    private Talk greeted() throws IOException {
        return greeted("127.0.0.1");
    }

    private Talk greeted(String from) throws IOException {
        var talk = new Talk(front.port(), from);
        assertEquals("220", talk.answer().substring(0, 3));
        assertEquals("250", talk.ask("EHLO mail.club.example").substring(0, 3));
        return talk;
    }

    private void begin(Talk talk) throws IOException {
        assertEquals("250 Ok", talk.ask("MAIL FROM:<olga@club.example>"));
        assertEquals("250 Ok", talk.ask("RCPT TO:<" + LIST + ">"));
    }

    private void sendOne(Talk talk) throws IOException {
        begin(talk);
        assertEquals("354", talk.ask("DATA").substring(0, 3));
        assertEquals("250 Ok", talk.ask("From: olga@club.example\r\nSubject: x\r\n\r\nHello\r\n..\r\n."));
    }

    private long stored() {
        return store.keys("").count();
    }

    @Test
    void mailsOfOneSessionAreTakenOneAfterTheOther() throws IOException {
        try (var talk = greeted()) {
            sendOne(talk);
            sendOne(talk);
            assertEquals("221", talk.ask("QUIT").substring(0, 3));
        }
        assertEquals(2, stored());
    }

    @Test
    void whatIsForTheDomainIsACopyOfItsOwn() throws IOException {
        try (var talk = greeted()) {
            assertEquals("250 Ok", talk.ask("MAIL FROM:<stranger@elsewhere.example>"));
            assertEquals("250 Ok", talk.ask("RCPT TO:<abuse@" + SampleLists.DOMAIN + ">"));
            assertEquals("250 Ok", talk.ask("RCPT TO:<" + LIST + ">"));
            assertEquals("250 Ok", talk.ask("RCPT TO:<Postmaster@" + SampleLists.DOMAIN + ">"));
            assertEquals("354", talk.ask("DATA").substring(0, 3));
            assertEquals("250 Ok", talk.ask("From: s@elsewhere.example\r\nTo: hidden:;\r\n\r\nHello\r\n."));
        }
        var recipients = store.keys("").map(key -> ReceivingBlock.of(MimeParser.parse(
                Octets.of(store.find(key).orElseThrow().content().toByteArray())).header()).recipient().orElseThrow()
                .written()).sorted().toList();

        assertEquals(List.of("abuse@" + SampleLists.DOMAIN, LIST), recipients);
    }

    @Test
    void chunksAreNotOffered() throws IOException {
        try (var talk = new Talk(front.port())) {
            talk.answer();
            talk.send("EHLO mail.club.example\r\n");
            var extensions = talk.wholeAnswer();

            assertFalse(extensions.contains("CHUNKING"), extensions);
            assertFalse(extensions.contains("PIPELINING"), extensions);
            assertTrue(extensions.contains("250-SIZE " + SmtpFront.MAX_OCTETS + "\n"), extensions);
        }
    }

    @Test
    void chunkEndsTheSessionAndNothingOfItIsStored() throws IOException {
        try (var talk = greeted()) {
            begin(talk);
            talk.send("BDAT 1000 LAST\r\nFrom: olga@club.example\r\nSubject: x\r\n\r\nHel");
            talk.breakOff();

            assertEquals(Talk.HUNG_UP, talk.answer());
        }
        assertEquals(0, stored());
    }

    @Test
    void mailThatBreaksOffIsNotStored() throws IOException {
        try (var talk = greeted()) {
            begin(talk);
            talk.ask("DATA");
            talk.send("From: olga@club.example\r\nSubject: x\r\n\r\nHello\r\n.");
            talk.breakOff();

            assertEquals("421", talk.answer().substring(0, 3));
        }
        assertEquals(0, stored());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"41943041", "99999999999", "99999999999999999999", "00000000000000000041943041",
                    "999999999999999999999999999999999999999999999999"})
    void declaredSizeBeyondTheLimitIsRefusedAtOnce(String size) throws IOException {
        try (var talk = greeted()) {
            assertEquals("552", talk.ask("MAIL FROM:<olga@club.example> BODY=8BITMIME SIZE=" + size).substring(0, 3));
            assertEquals("552", talk.ask("MAIL FROM:<olga@club.example> size=" + size + " X").substring(0, 3));
            sendOne(talk);
        }
    }

    /** Forwarders, mailing services and programs on this machine really have such senders. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                    "<SRS0=3Ypr33=QM=very-long-department-name.example.org=bounce+b.25211.6039846.eb7e7e8ba2@f.example>",
                    "<anna..miller@club.example> BODY=8BITMIME SIZE=100", "<root@localhost>", "<root@host> SIZE=1",
                    "<\"anna miller\"@club.example>", "<\"a>b; size=99999999999\"@club.example> SIZE=5",
                    "<\"; dmarc=fail (\"@club.example>", "<anna@[192.0.2.1]>",
                    "<j\u00c3\u00bcrg@m\u00c3\u00bcller.example> SMTPUTF8",
                    " <olga@club.example>", "olga@club.example", "<@relay.example:olga@club.example>", "<>"})
    void senderOfAnyShapeIsTakenAndTheAuthorIsProven(String sender) throws IOException {
        try (var talk = greeted()) {
            assertEquals("250 Ok", talk.ask("MAIL FROM:" + sender));
            assertEquals("250 Ok", talk.ask("RCPT TO:<" + LIST + ">"));
            assertEquals("354", talk.ask("DATA").substring(0, 3));
            assertEquals("250 Ok", talk.ask("From: Miller, Olga <olga@club.example>\r\nSubject: x\r\n\r\nHello\r\n."));
        }
        var header = MimeParser.header(Octets.of(store.find(store.keys("").findFirst().orElseThrow()).orElseThrow()
                .content().toByteArray()));
        var block = ReceivingBlock.of(header);

        assertEquals(new Sender.Proven(EmailAddress.of("olga@club.example")), Sender.of(block, block.below(header)));
    }

    @ParameterizedTest
    @CsvSource({"<anna>, 553", "<a b@club.example>, 553", "<a@b@club.example>, 553", "<anna@>, 553",
            "<anna@club.example, 501", "'', 501", "<\"anna@club.example>, 501", "<a;b@club.example>, 553"})
    void whatIsNoSenderIsRefused(String sender, String code) throws IOException {
        try (var talk = greeted()) {
            assertEquals(code, talk.ask("MAIL FROM:" + sender).substring(0, 3));
            sendOne(talk);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "41943040", "0000000000000000000000000041943040", "", "x"})
    void otherSizesAreTaken(String size) throws IOException {
        try (var talk = greeted()) {
            assertEquals("250 Ok", talk.ask("MAIL FROM:<olga@club.example> SIZE=" + size));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET / HTTP/1.1", "POST /x HTTP/1.1", "PUT / HTTP/1.0", "HEAD / HTTP/1.1", "OPTIONS * HTTP/1.1",
                    "CONNECT localhost:2525 HTTP/1.1", "DELETE / HTTP/1.1", "PATCH / HTTP/1.1", "TRACE / HTTP/1.1",
                    "PRI * HTTP/2.0", "get /", "post", "Host: localhost:2525", "Origin: https://evil.example",
                    "NOOP HTTP/1.1 x HTTP/1.1", "BDAT 5", "EHLO \u0000x", "\u0016\u0003\u0001"})
    void otherProgramsAreHungUpOnAtAnyTime(String line) throws IOException {
        try (var first = new Talk(front.port()); var later = greeted()) {
            first.answer();
            begin(later);

            assertEquals(Talk.HUNG_UP, first.ask(line));
            assertEquals(Talk.HUNG_UP, later.ask(line));
        }
    }

    @Test
    void pageCannotPostAMail() throws IOException {
        var mail = String.join("\r\n", "EHLO x", "MAIL FROM:<owner@example.org>", "RCPT TO:<" + LIST + ">", "DATA",
                "From: owner@example.org", "Subject: from a page", "", "Hello", ".", "QUIT", "");
        for (var around : new String[]{"POST / HTTP/1.1\r\nHost: localhost\r\n\r\n", "", "\r\n", "X\r\n",
                "\u0016\u0003\u0001 junk of TLS \r\n", "-----------------------------7da24f2e50046\r\n"}) {
            try (var talk = new Talk(front.port())) {
                talk.send(around + mail);
                talk.breakOff();

                assertEquals(Talk.HUNG_UP, talk.answer(), around);
            }
        }
        assertEquals(0, stored());
    }

    @Test
    void clientThatDoesNotWaitForAnAnswerGetsNoFurtherOne() throws IOException {
        try (var talk = new Talk(front.port())) {
            talk.answer();
            talk.send("EHLO x\r\nMAIL FROM:<owner@example.org>\r\nRCPT TO:<" + LIST + ">\r\nDATA\r\n"
                    + "From: owner@example.org\r\n\r\nHello\r\n.\r\n");

            assertEquals("250", talk.answer().substring(0, 3));
            assertEquals(Talk.HUNG_UP, talk.answer());
        }
        assertEquals(0, stored());
    }

    @Test
    void nothingIsReadBehindTheEndOfAMail() throws IOException {
        try (var talk = greeted()) {
            begin(talk);
            talk.ask("DATA");
            talk.send("From: olga@club.example\r\n\r\nHello\r\n.\r\nMAIL FROM:<owner@example.org>\r\n");

            assertEquals("250 Ok", talk.answer());
            assertEquals(Talk.HUNG_UP, talk.answer());
        }
        assertEquals(1, stored());
    }

    @Test
    void wrongCommandsEndTheSession() throws IOException {
        try (var talk = greeted()) {
            for (var mistake = 0; mistake < 5; mistake++) {
                assertEquals("500", talk.ask("HULLO " + mistake).substring(0, 3));
            }

            assertEquals(Talk.HUNG_UP, talk.ask("NOOP"));
        }
        try (var talk = new Talk(front.port())) {
            talk.answer();
            assertEquals("500", talk.ask("HULLO").substring(0, 3));
            assertEquals(Talk.HUNG_UP, talk.ask("EHLO mail.club.example"));
        }
    }

    @Test
    void idleClientsLoseTheirPlacesToNewOnes() throws IOException {
        var idle = new ArrayList<Talk>();
        try {
            for (var each = 0; each < 199; each++) {
                idle.add(new Talk(front.port(), "127.0.0.2"));
            }
            try (var other = greeted("127.0.0.1"); var same = greeted("127.0.0.2")) {
                sendOne(other);
                sendOne(same);
            }
        } finally {
            for (var each : idle) {
                each.close();
            }
        }
        assertEquals(2, stored());
    }

    @Test
    void idleClientsFromManySourcesLoseTheirPlacesToo() throws IOException {
        reopen(new SmtpLimits(20, 5, SHORT, LONG, LONG, LONG, LONG, 1 << 14, 4, 1000));
        var idle = new ArrayList<Talk>();
        try {
            for (var each = 0; each < 60; each++) {
                idle.add(new Talk(front.port(), "127.0.1." + (1 + each % 12)));
            }
            try (var other = greeted("127.0.0.1")) {
                sendOne(other);
            }
        } finally {
            for (var each : idle) {
                each.close();
            }
        }
        assertEquals(1, stored());
    }

    @Test
    void clientInTheMiddleOfAMailKeepsItsPlace() throws IOException {
        reopen(new SmtpLimits(20, 1, SHORT, LONG, LONG, LONG, LONG, 1 << 14, 4, 1000));
        try (var first = greeted()) {
            begin(first);
            first.ask("DATA");
            try (var second = new Talk(front.port())) {
                assertEquals("421", second.answer().substring(0, 3));
            }
            assertEquals("250 Ok", first.ask("From: olga@club.example\r\n\r\nHello\r\n."));
        }
        assertEquals(1, stored());
    }

    @Test
    void silentClientsAreTimedOut() throws IOException {
        reopen(new SmtpLimits(20, 20, Duration.ofMillis(1), SHORT, SHORT, SHORT, LONG, 1 << 14, 4, 1000));
        try (var silent = new Talk(front.port()); var later = greeted(); var inMail = greeted()) {
            begin(inMail);
            inMail.ask("DATA");
            inMail.send("From: olga@club.example\r\n");

            silent.answer();
            assertEquals("421", silent.answer().substring(0, 3));
            assertEquals("421", later.answer().substring(0, 3));
            assertEquals("421", inMail.answer().substring(0, 3));
        }
        assertEquals(0, stored());
    }

    @Test
    void commandThatComesOctetByOctetIsTimedOut() throws IOException {
        reopen(new SmtpLimits(20, 20, Duration.ofMillis(1), SHORT, SHORT, LONG, LONG, 1 << 14, 4, 1000));
        try (var talk = new Talk(front.port())) {
            talk.answer();
            assertEquals("421", drip(talk, "E").substring(0, 3));
        }
    }

    @Test
    void mailThatComesOctetByOctetIsTimedOutAndNotStored() throws IOException {
        reopen(new SmtpLimits(20, 20, Duration.ofMillis(1), LONG, LONG, LONG, SHORT, 1 << 14, 4, 1000));
        try (var talk = greeted()) {
            begin(talk);
            talk.ask("DATA");
            assertEquals("421", drip(talk, "x").substring(0, 3));
        }
        assertEquals(0, stored());
    }

    /** Sends as long as nobody answers. */
    private static String drip(Talk talk, String octet) throws IOException {
        var answer = new String[1];
        var reader = Thread.ofVirtual().start(() -> {
            try {
                answer[0] = talk.answer();
            } catch (IOException e) {
                answer[0] = e.toString();
            }
        });
        while (reader.isAlive()) {
            talk.send(octet);
            try {
                reader.join(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return answer[0];
    }
}
