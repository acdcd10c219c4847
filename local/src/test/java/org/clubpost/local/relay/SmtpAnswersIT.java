package org.clubpost.local.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.clubpost.local.relay.ScriptedServer.HANG_UP;
import static org.clubpost.local.relay.ScriptedServer.HELLO;
import static org.clubpost.local.relay.ScriptedServer.SILENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.clubpost.core.Race;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer of a mail server means, and each place at which the connection may break. */
final class SmtpAnswersIT {

    static {
        ServiceLog.silence();
    }

    /** A server's answer to EHLO: one that takes several commands at once, and one that does not. */
    private static final String PIPELINING = "250-scripted\r\n250-PIPELINING\r\n250 8BITMIME";
    private static final String ONE_BY_ONE = "250 scripted";
    private static final SendOutcome ACCEPTED = new SendOutcome.Accepted("");
    private static final SendOutcome UNCLEAR = new SendOutcome.Unclear(
            Reason.of(Reason.Cause.RELAY_BROKE));
    private static final SendOutcome NO_CONNECTION = unreachable(Reason.of(Reason.Cause.RELAY_UNREACHABLE));

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void takenMailIsAccepted(String hello) throws IOException {
        assertEquals(ACCEPTED, outcome(hello, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void recipientRefusedForGoodIsRefused(String hello) throws IOException {
        assertEquals(new SendOutcome.Refused(Reason.of(Reason.Cause.RELAY_RECIPIENT_REFUSED, "550 5.1.1")),
                outcome(hello, Map.of("RCPT", "550 5.1.1 no ann@club.example here")));
        assertEquals(new SendOutcome.Refused(Reason.of(Reason.Cause.RELAY_RECIPIENT_REFUSED, "550")),
                outcome(hello, Map.of("RCPT", "550 nobody", "DATA", "503 nobody to send it to")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void recipientRefusedForNowMayHaveItLater(String hello) throws IOException {
        assertEquals(new SendOutcome.Later(Reason.of(Reason.Cause.RELAY_RECIPIENT_LATER, "450 4.2.1")),
                outcome(hello, Map.of("RCPT", "450 4.2.1 greylisted")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void senderRefusedForGoodStopsEverything(String hello) throws IOException {
        assertEquals(blocked(Reason.of(Reason.Cause.RELAY_SENDER_REFUSED, "553 5.7.1")),
                outcome(hello, Map.of("MAIL", "553 5.7.1 not yours", "RCPT", "503 sender first", "DATA", "503 no")));
        assertEquals(blocked(Reason.of(Reason.Cause.RELAY_LOGIN_NEEDED, "530 5.7.0")),
                outcome(hello, Map.of("MAIL", "530 5.7.0 log in")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void senderRefusedForNowIsDeferred(String hello) throws IOException {
        assertEquals(unreachable(Reason.of(Reason.Cause.RELAY_MAIL_LATER, "451 4.3.0")),
                outcome(hello, Map.of("MAIL", "451 4.3.0 busy", "RCPT", "503 sender first", "DATA", "503 no")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void mailThatIsTooLargeIsRefusedWhereverTheServerSaysSo(String hello) throws IOException {
        assertEquals(new SendOutcome.Refused(Reason.of(Reason.Cause.RELAY_MAIL_REFUSED, "552 5.3.4")),
                outcome(hello, Map.of("MAIL", "552 5.3.4 too large", "RCPT", "503 sender first", "DATA", "503 no")));
        assertEquals(new SendOutcome.Refused(Reason.of(Reason.Cause.RELAY_MAIL_REFUSED, "552")),
                outcome(hello, Map.of(".", "552 too large")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void contentRefusedConcernsThisMailOnly(String hello) throws IOException {
        assertEquals(new SendOutcome.Refused(Reason.of(Reason.Cause.RELAY_MAIL_REFUSED, "554 5.6.0")),
                outcome(hello, Map.of(".", "554 5.6.0 no")));
        assertEquals(new SendOutcome.Later(Reason.of(Reason.Cause.RELAY_MAIL_LATER, "451 4.3.0")),
                outcome(hello, Map.of(".", "451 4.3.0 later")));
        assertEquals(new SendOutcome.Later(Reason.of(Reason.Cause.RELAY_MAIL_LATER, "451")),
                outcome(hello, Map.of("DATA", "451 later")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void serverThatClosesIsDeferredWhateverItWasAsked(String hello) throws IOException {
        for (var command : List.of("MAIL", "RCPT", "DATA", ".")) {
            assertEquals(unreachable(Reason.of(Reason.Cause.RELAY_MAIL_LATER, "421 4.3.2")),
                    outcome(hello, Map.of(command, "421 4.3.2 closing")), command);
        }
    }

    @Test
    void serverThatTakesNobodyIsDeferred() throws IOException {
        assertEquals(unreachable(Reason.of(Reason.Cause.RELAY_TAKES_NOBODY, "554")),
                outcome(ONE_BY_ONE, Map.of(HELLO, "554 go away")));
        assertEquals(unreachable(Reason.of(Reason.Cause.RELAY_TAKES_NOBODY, "421")),
                outcome(ONE_BY_ONE, Map.of(HELLO, "421 go away")));
        assertEquals(unreachable(Reason.of(Reason.Cause.RELAY_TAKES_NOBODY, "421")),
                outcome("421 not you", Map.of()));
    }

    @Test
    void serverThatKnowsNoExtensionsIsGreetedTheOldWay() throws IOException {
        assertEquals(ACCEPTED, outcome("502 what?", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void connectionThatBreaksBeforeTheMailIsDeferred(String hello) throws IOException {
        for (var command : List.of("MAIL", "RCPT", "DATA")) {
            assertEquals(NO_CONNECTION, outcome(hello, Map.of(command, HANG_UP)), command);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void connectionThatBreaksAfterTheMailIsUnclear(String hello) throws IOException {
        assertEquals(UNCLEAR, outcome(hello, Map.of(".", HANG_UP)));
        assertEquals(UNCLEAR, outcome(hello, Map.of(".", "354 more, please")));
        assertEquals(UNCLEAR, outcome(hello, Map.of(".", "no SMTP at all")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void serverThatSaysNothingIsLeftInTime(String hello) throws IOException {
        for (var command : List.of("EHLO", "MAIL", "RCPT", "DATA")) {
            assertEquals(NO_CONNECTION, outcome(hello, Map.of(command, SILENCE)), command);
        }
        assertEquals(UNCLEAR, outcome(hello, Map.of(".", SILENCE)));
    }

    @Test
    void serverThatReadsNoMoreIsLeftInTime() throws IOException {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var outbox = new SmtpOutbox(server(door.getLocalPort()), "lists.example.org", limits(1))) {
            Thread.ofVirtual().start(() -> {
                try {
                    var out = door.accept().getOutputStream();
                    out.write("220 hi\r\n250-x\r\n250-8BITMIME\r\n250 PIPELINING\r\n250 a\r\n250 b\r\n354 c\r\n"
                            .getBytes(ISO_8859_1));
                } catch (IOException closed) {
                    Thread.currentThread().interrupt();
                }
            });
            assertEquals(NO_CONNECTION, outbox.send(mail("0123456789\r\n".repeat(3 << 20))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void connectionGoesOnAfterARefusal(String hello) throws IOException {
        try (var server = ScriptedServer.answering(Map.of("EHLO", hello, "RCPT", "550 nobody"));
                var outbox = outbox(server, 1)) {
            outbox.send(mail("x"));
            outbox.send(mail("y"));

            assertEquals(1, server.connections());
            assertTrue(server.heard().contains("RSET"), () -> server.heard().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void mailGoesOverANewConnectionWhenTheServerClosedTheOldOne(String hello) throws IOException {
        for (var ending : List.of(HANG_UP, "421 4.4.2 idle for too long")) {
            try (var server = ScriptedServer.answeringAtFirst(Map.of("EHLO", hello, "RCPT", "450 no", "RSET", ending));
                    var outbox = outbox(server, 1)) {
                assertEquals(new SendOutcome.Later(Reason.of(Reason.Cause.RELAY_RECIPIENT_LATER, "450")),
                        outbox.send(mail("x")));
                assertEquals(ACCEPTED, outbox.send(mail("y")), ending);
                assertEquals(2, server.connections());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void connectionThatTheServerHasEnoughOfIsLeftForANewOne(String hello) throws IOException {
        for (var full : List.of("450 4.7.1 too many messages this connection", "452 4.5.3 too many recipients",
                "451 connection rate limit")) {
            for (var command : List.of("MAIL", "RCPT", "DATA", ".")) {
                try (var server = ScriptedServer.answeringEach(2, command, full, Map.of("EHLO", hello));
                        var outbox = outbox(server, 1)) {
                    for (var i = 0; i < 7; i++) {
                        assertEquals(ACCEPTED, outbox.send(mail("x")), command + " " + full);
                    }
                    assertEquals(4, server.connections());
                    assertEquals(3, server.heard().stream().filter("QUIT"::equals).count());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void limitThatANewConnectionMeetsTooIsNotTheConnections(String hello) throws IOException {
        assertEquals(new SendOutcome.Doubtful(SendOutcome.Doubtful.Blame.SENDER,
                Reason.of(Reason.Cause.SENDER_LIMITED, "452 4.5.3")),
                outcome(hello, Map.of("RCPT", "452 4.5.3 too many recipients this hour")));
        assertEquals(
                new SendOutcome.Deferred(DeferralCause.LIMITED, Reason.of(Reason.Cause.SENDER_LIMITED, "450 4.7.1")),
                outcome(hello, Map.of("MAIL", "450 4.7.1 rate limit")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PIPELINING, ONE_BY_ONE})
    void faultOfTheSenderIsNeverTheRecipients(String hello) throws IOException {
        for (var said : List.of("550 5.7.26 unauthenticated", "550 5.7.515 Access denied", "421 4.7.28 unusual rate")) {
            var codes = said.substring(0, said.indexOf(' ', 4));
            for (var command : List.of("RCPT", ".")) {
                assertEquals(new SendOutcome.Doubtful(SendOutcome.Doubtful.Blame.SENDER,
                        Reason.of(Reason.Cause.SENDER_LIMITED, codes)), outcome(hello, Map.of(command, said)), said);
            }
        }
    }

    @Test
    void serverSaysHowLargeAMailMayBe() throws IOException {
        try (var server = ScriptedServer.answering(Map.of("EHLO", "250-scripted\r\n250 SIZE 10240000"));
                var outbox = outbox(server, 1)) {
            assertEquals(10_240_000, outbox.largest());
            assertEquals(10_240_000, outbox.largest());
            assertEquals(ACCEPTED, outbox.send(mail("x")));
            assertEquals(1, server.connections());
        }
        try (var server = ScriptedServer.answering(Map.of("EHLO", ONE_BY_ONE)); var outbox = outbox(server, 1)) {
            assertEquals(Long.MAX_VALUE, outbox.largest());
        }
        try (var server = ScriptedServer.answering(Map.of(HELLO, "421 not now")); var outbox = outbox(server, 1)) {
            assertEquals(Long.MAX_VALUE, outbox.largest());
        }
    }

    @Test
    void mailThatMayHaveBeenTakenIsNotSentAgain() throws IOException {
        try (var server = ScriptedServer.answeringAtFirst(Map.of("EHLO", PIPELINING, ".", HANG_UP));
                var outbox = outbox(server, 1)) {
            assertEquals(UNCLEAR, outbox.send(mail("x")));
            assertEquals(1, server.connections());
            assertEquals(ACCEPTED, outbox.send(mail("y")));
        }
    }

    @Test
    void serverIsToldTheSizeAndRefusesBeforehandWhatIsTooLarge() throws IOException {
        try (var server = ScriptedServer
                .answering(Map.of("EHLO", "250-scripted\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 100"));
                var outbox = outbox(server, 1)) {
            var small = mail("x");
            assertEquals(ACCEPTED, outbox.send(small));
            assertEquals(new SendOutcome.Refused(Reason.of(Reason.Cause.RELAY_MAIL_UNFIT)),
                    outbox.send(mail("x".repeat(100))));

            assertEquals(
                    List.of("MAIL FROM:<news-bounces@lists.example.org> SIZE=" + small.content().sizeBytes()
                            + " BODY=8BITMIME"),
                    server.heard().stream().filter(line -> line.startsWith("MAIL")).toList());
        }
    }

    @Test
    void mailOfEightBitsGoesOnlyWhereTheyAreTaken() throws IOException {
        try (var server = ScriptedServer.answering(Map.of("EHLO", ONE_BY_ONE)); var outbox = outbox(server, 1)) {
            assertEquals(new SendOutcome.Refused(Reason.of(Reason.Cause.RELAY_MAIL_UNFIT)),
                    outbox.send(mail("\u00e4")));
            assertEquals(ACCEPTED, outbox.send(mail("a")));
        }
        try (var server = ScriptedServer.answering(Map.of("EHLO", PIPELINING)); var outbox = outbox(server, 1)) {
            assertEquals(ACCEPTED, outbox.send(mail("\u00e4")));
        }
    }

    @Test
    void noMoreConnectionsThanAllowed() throws IOException, InterruptedException {
        try (var server = ScriptedServer.answering(Map.of("EHLO", PIPELINING)); var outbox = outbox(server, 3)) {
            var outcomes = Race.run(IntStream.range(0, 30)
                    .<Callable<SendOutcome>>mapToObj(_ -> () -> outbox.send(mail("x"))).toList());

            assertEquals(30, outcomes.stream().filter(ACCEPTED::equals).count());
            assertTrue(server.connections() <= 3, () -> server.connections() + " connections");
        }
    }

    @Test
    void reasonsHoldNothingThatTheServerSaid() throws IOException {
        var outcome = outcome(PIPELINING, Map.of("RCPT", "550-5.1.1 first ann@club.example\r\n550 5.1.1 second"));

        assertEquals(new SendOutcome.Refused(Reason.of(Reason.Cause.RELAY_RECIPIENT_REFUSED, "550 5.1.1")), outcome);
    }

    @Test
    void refusalSaysWhatItMeansForTheRecipient() throws IOException {
        assertEquals(new SendOutcome.Why(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1"),
                why(Map.of("RCPT", "550 5.1.1 no ann@club.example here")));
        assertEquals(new SendOutcome.Why(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, ""),
                why(Map.of("RCPT", "550-sorry\r\n550 no such user")));
        assertEquals(new SendOutcome.Why(Lasting.PERMANENT, BounceReason.MAILBOX_FULL, "5.2.2"),
                why(Map.of("RCPT", "552 5.2.2 the mailbox is full")));
        assertEquals(new SendOutcome.Why(Lasting.PERMANENT, BounceReason.TOO_LARGE, "5.3.4"),
                why(Map.of(".", "552 5.3.4 too large")));
        assertEquals(new SendOutcome.Why(Lasting.PERMANENT, BounceReason.SPAM, ""),
                why(Map.of(".", "554 this looks like spam")));
    }

    private static SendOutcome unreachable(Reason reason) {
        return new SendOutcome.Deferred(DeferralCause.UNREACHABLE, reason);
    }

    private static SendOutcome blocked(Reason reason) {
        return new SendOutcome.Deferred(DeferralCause.BLOCKED, reason);
    }

    private static OutgoingMail mail(String text) {
        return new OutgoingMail(EmailAddress.of("news-bounces@lists.example.org"), EmailAddress.of("ann@club.example"),
                MailContent.of(("Subject: x\r\n\r\n" + text + "\r\n").getBytes(ISO_8859_1)));
    }

    private static RelayServer server(int port) {
        return new RelayServer("127.0.0.1", port, false, new RelayServer.Login.Anonymous());
    }

    private static RelayLimits limits(int connections) {
        return new RelayLimits(connections, Duration.ofSeconds(5), Duration.ofMillis(500), Duration.ofMillis(500),
                Duration.ofSeconds(5));
    }

    private static SmtpOutbox outbox(ScriptedServer server, int connections) {
        return new SmtpOutbox(server(server.port()), "lists.example.org", limits(connections));
    }

    /** Sends through a server that answers these commands as told, and all others kindly. */
    private static SendOutcome outcome(String hello, Map<String, String> answers) throws IOException {
        return plain(answered(hello, answers));
    }

    private static SendOutcome answered(String hello, Map<String, String> answers) throws IOException {
        var all = new HashMap<>(answers);
        all.putIfAbsent("EHLO", hello);
        try (var server = ScriptedServer.answering(all); var outbox = outbox(server, 1)) {
            return outbox.send(mail("x"));
        }
    }

    /** The outcome, without what it says about the recipient. */
    private static SendOutcome plain(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Refused(var reason, _) ? new SendOutcome.Refused(reason) : outcome;
    }

    /** What a refusal says about the recipient. */
    private static SendOutcome.Why why(Map<String, String> answers) throws IOException {
        return answered(PIPELINING, answers) instanceof SendOutcome.Refused refused
                ? refused.why().orElseThrow()
                : fail("not refused");
    }
}
