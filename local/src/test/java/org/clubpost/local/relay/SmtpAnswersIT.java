package org.clubpost.local.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.Test;

/** What each answer of a mail server means, and each place at which the connection may break. */
final class SmtpAnswersIT {

    static {
        ServiceLog.silence();
    }

    private static final String HANG_UP = "";
    private static final OutgoingMail MAIL = new OutgoingMail(EmailAddress.of("news-bounces@lists.example.org"),
            EmailAddress.of("ann@club.example"), MailContent.of("Subject: x\r\n\r\nx\r\n".getBytes(US_ASCII)));

    @Test
    void takenMailIsAccepted() throws IOException {
        assertEquals(new SendOutcome.Accepted(""), outcome(Map.of()));
    }

    @Test
    void recipientRefusedForGoodIsRefused() throws IOException {
        assertEquals(new SendOutcome.Refused("the mail server refused it for good with 550"),
                outcome(Map.of("RCPT", "550 5.1.1 no ann@club.example here")));
    }

    @Test
    void recipientRefusedForNowIsDeferred() throws IOException {
        assertEquals(unreachable("the mail server refused it for now with 450"),
                outcome(Map.of("RCPT", "450 4.2.1 greylisted")));
    }

    @Test
    void senderRefusedForGoodStopsEverything() throws IOException {
        assertEquals(
                new SendOutcome.Deferred(DeferralCause.BLOCKED,
                        "the mail server does not take mail from our sender, with 553"),
                outcome(Map.of("MAIL", "553 5.7.1 not yours")));
    }

    @Test
    void contentRefusedForGoodIsRefused() throws IOException {
        assertEquals(new SendOutcome.Refused("the mail server refused it for good with 554"),
                outcome(Map.of(".", "554 5.6.0 no")));
    }

    @Test
    void contentRefusedForNowIsDeferred() throws IOException {
        assertEquals(unreachable("the mail server refused it for now with 451"),
                outcome(Map.of(".", "451 4.3.0 later")));
    }

    @Test
    void connectionThatBreaksBeforeTheMailIsDeferred() throws IOException {
        assertEquals(unreachable("no connection to the mail server"), outcome(Map.of("RCPT", HANG_UP)));
        assertEquals(unreachable("no connection to the mail server"), outcome(Map.of("DATA", HANG_UP)));
    }

    @Test
    void connectionThatBreaksAfterTheMailIsUnclear() throws IOException {
        assertEquals(new SendOutcome.Unclear("the connection to the mail server broke while its answer was awaited"),
                outcome(Map.of(".", HANG_UP)));
    }

    @Test
    void serverThatTakesNobodyIsDeferred() throws IOException {
        assertEquals(unreachable("no connection to the mail server"), outcome(Map.of("hello", "554 go away")));
    }

    private static SendOutcome unreachable(String reason) {
        return new SendOutcome.Deferred(DeferralCause.UNREACHABLE, reason);
    }

    /** Sends through a server that answers these commands as told, and all others kindly. */
    private static SendOutcome outcome(Map<String, String> answers) throws IOException {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var outbox = new SmtpOutbox("127.0.0.1", door.getLocalPort(), "lists.example.org", 1)) {
            var server = Thread.ofVirtual().start(() -> serve(door, answers));
            try {
                return outbox.send(MAIL);
            } finally {
                server.interrupt();
            }
        }
    }

    private static void serve(ServerSocket door, Map<String, String> answers) {
        try (var socket = door.accept();
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                var out = socket.getOutputStream()) {
            out.write((answers.getOrDefault("hello", "220 scripted") + "\r\n").getBytes(US_ASCII));
            var inData = false;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (inData && !line.equals(".")) {
                    continue;
                }
                var command = line.replaceFirst(" .*", "");
                var answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 fine");
                if (answer.equals(HANG_UP)) {
                    return;
                }
                inData = answer.startsWith("354");
                out.write((answer + "\r\n").getBytes(US_ASCII));
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
