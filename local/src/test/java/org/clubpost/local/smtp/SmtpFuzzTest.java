package org.clubpost.local.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.local.lambda.InboundEvents;
import org.clubpost.local.log.ServiceLog;

/** Whatever a client says is answered or ends the connection, and only whole mails are stored. */
final class SmtpFuzzTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Pattern ANSWER = Pattern.compile("[2-5]\\d\\d .*");
    private static final String WHOLE = "From: olga@club.example\r\nSubject: x\r\n\r\nHello\r\n.";

    static {
        ServiceLog.silence();
    }

    @Property(seed = "20261129", tries = 40, shrinking = ShrinkingMode.OFF)
    void everyCommandIsAnsweredOrEndsTheSession(@ForAll("sessions") List<List<String>> sessions) throws IOException {
        var clock = new FixedClock();
        var store = new InMemoryMailStore(clock);
        var limits = new SmtpLimits(200, 50, Duration.ofMillis(1), LONG, LONG, LONG, LONG, 1 << 14, 4, 30);
        var whole = 0;
        try (var events = new InboundEvents((_, _) -> null, Duration.ofMinutes(1),
                Files.createTempDirectory(Files.createDirectories(Path.of("target", "fuzz")), "events"), clock);
                var front = SmtpFront.open(InetAddress.getLoopbackAddress(), 0, new SmtpFront.Ports(
                        new InMemoryLists(SampleLists.aList(new ListId("news"))), SampleLists.DOMAIN, store, events,
                        Trust.LOOPBACK, new MailMemory()), limits, clock, new Random(3))) {
            for (var session : sessions) {
                whole += run(front.port(), session);
            }
            try (var talk = new Talk(front.port())) {
                assertEquals("220", talk.answer().substring(0, 3));
                assertEquals("250", talk.ask("EHLO mail.club.example").substring(0, 3));
            }
        }
        assertEquals(whole, store.keys("").count());
    }

    /** Says one line after the other, and counts the mails that were taken. */
    private static int run(int port, List<String> session) throws IOException {
        var whole = 0;
        try (var talk = new Talk(port)) {
            talk.answer();
            for (var line : session) {
                var answer = talk.ask(line);
                if (answer.startsWith("354")) {
                    answer = talk.ask(WHOLE);
                    whole += answer.startsWith("250") ? 1 : 0;
                }
                assertTrue(answer.equals(Talk.HUNG_UP) || ANSWER.matcher(answer).matches(), line + ": " + answer);
                if (answer.equals(Talk.HUNG_UP)) {
                    return whole;
                }
            }
            // What is left begins a mail and breaks off.
            talk.send("MAIL FROM:<olga@club.example>");
            talk.breakOff();
        }
        return whole;
    }

    @Provide
    Arbitrary<List<List<String>>> sessions() {
        var right = Arbitraries.of("EHLO mail.club.example", "HELO x", "MAIL FROM:<olga@club.example>", "MAIL FROM:<>",
                "RCPT TO:<news@" + SampleLists.DOMAIN + ">", "DATA", "RSET", "NOOP", "VRFY x", "HELP", "HELP MAIL",
                "EXPN x", "AUTH PLAIN", "STARTTLS", "QUIT", "data", "mail from:<a@b.example> size=1", "BDAT 3 LAST");
        var pieces = Arbitraries.of("MAIL FROM:", "RCPT TO:", "EHLO ", "<", ">", "<<", "@", " ", "a", "news", "SIZE=",
                "99999999999999999999", "-1", "\"", "\\", "(", "é", "\u0000", "\u00ff", "\r", "\n", ".", "..", "BODY=",
                "SMTPUTF8", ":", ";", "%", "GET / HTTP/1.1", "\t", "DATA", "HELP ", "AUTH ", "[", "]", ",",
                "x".repeat(600));
        var wrong = pieces.list().ofMinSize(1).ofMaxSize(6).map(all -> String.join("", all));
        var line = Combinators.combine(Arbitraries.of(0, 0, 0, 0, 1), right, wrong)
                .as((isWrong, good, bad) -> isWrong == 1 ? bad : good);
        var polite = line.list().ofMinSize(1).ofMaxSize(12).map(all -> {
            all.addFirst("EHLO mail.club.example");
            return all;
        });
        return Arbitraries.oneOf(polite, polite, wrong.list().ofMinSize(1).ofMaxSize(3)).list().ofSize(10);
    }
}
