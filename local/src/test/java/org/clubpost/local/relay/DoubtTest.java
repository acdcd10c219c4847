package org.clubpost.local.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals as servers word them, and whether they may be meant for us. */
final class DoubtTest {

    private static Optional<Doubt> in(String answer) {
        var lines = List.of(answer.split("\\|"));
        return Doubt.in(new Reply(Integer.parseInt(lines.getFirst().substring(0, 3)),
                lines.stream().map(line -> line.substring(4)).toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to",
                    "550-5.4.5 Daily user sending|550 5.4.5 quota exceeded", "550 5.4.5 denied",
                    "554 5.7.0 Your message could not be sent. The limit on the number of allowed outgoing messages was "
                            + "exceeded. Try again later.",
                    "550 5.7.1 Sending quota exceeded", "550 You have exceeded your hourly sending limit of 500",
                    "552 5.7.0 Daily sending quota exceeded for <news-bounces@lists.example.org>",
                    "554 Rate limit exceeded", "550 5.7.1 Message rate limit reached, try again later",
                    "550 Too many messages from your account today", "554 5.7.1 outgoing quota reached",
                    "550 Outgoing mail limit of 200 per day reached", "550 Maximum messages per hour limit reached",
                    "550-5.7.26 This mail has been blocked because the sender is unauthenticated.|550 5.7.26 Gmail",
                    "550 5.7.25 The IP address sending this message does not have a PTR record setup",
                    "550-5.7.28 Our system has detected an unusual rate of unsolicited mail|550 5.7.28 from you",
                    "550 5.7.29 no TLS", "550 5.7.515 Access denied, sending domain does not meet the required level",
                    "550 5.7.705 Access denied, tenant has exceeded threshold", "550 5.7.501 Access denied, spam abuse",
                    "550 5.1.8 Access denied, bad outbound sender", "421 4.7.28 unusual rate of mail from your IP",
                    "421-4.7.0 Try again later, closing connection.|421 4.7.0 x", "421 4.7.26 unauthenticated",
                    "450 4.7.1 Error: too much mail from 192.0.2.1", "451 4.7.1 Rate limit, try later",
                    "452 4.5.3 Error: too many recipients", "450 too many messages in this connection",
                    "450 4.4.2 Throttled: sending too fast", "550 5.7.232 daily message limit of the tenant exceeded"})
    void theseAreOurs(String answer) {
        assertEquals(Optional.of(Doubt.OURS), in(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"552 Quota exceeded", "550 5.7.1 quota exceeded", "554 5.7.0 Too many attempts",
                    "550 limit reached", "552 5.7.0 limit exceeded"})
    void theseSpeakOfALimitAndDoNotSayWhose(String answer) {
        assertEquals(Optional.of(Doubt.LIMIT), in(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"550 5.7.1 Access denied", "554 5.7.1 <ann@club.example>: Relay access denied",
                    "550 5.7.1 Blocked", "554 5.7.0 Refused"})
    void theseSpeakOfPolicyAndDoNotSayWhy(String answer) {
        assertEquals(Optional.of(Doubt.POLICY), in(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"552 5.2.2 The email account that you tried to reach is over quota", "552 5.2.2 mailbox full",
                    "552-5.2.2 The recipient's inbox is out of storage space and|552 5.2.2 over its limit",
                    "552 Mailbox full", "552 mailbox is over quota", "550 Mailbox quota exceeded for this recipient",
                    "552 Requested mail action aborted: exceeded storage allocation", "452 4.2.2 Mailbox full",
                    "552 5.2.3 Message size exceeds limit", "552 5.3.4 Message size exceeds fixed limit",
                    "552 Message size exceeds maximum permitted", "523 message too large for this limit",
                    "550 5.1.1 No such user <limit@quota.example>", "550 5.1.1 User unknown", "550 nobody here",
                    "550 No such user rate@club.example", "554 5.6.0 no", "554 5.7.1 Message rejected as spam",
                    "552-5.7.0 This message was blocked because its content presents a potential|552 5.7.0 security issue",
                    "550 5.7.1 Message contains a virus", "451 4.3.0 later", "450 4.2.0 greylisted, try again later",
                    "452 4.3.1 Insufficient system storage", "421 4.3.2 closing", "421 4.4.2 idle for too long",
                    "550 The user is over their quota", "554 5.4.14 hop count exceeded - possible mail loop",
                    "250 2.7.28 fine", "354 5.4.5 go on", "550 5.4.1 Recipient address rejected: Access denied",
                    "550 5.2.1 The email account that you tried to reach is disabled"})
    void theseAreTheRecipientsOrTheMails(String answer) {
        assertEquals(Optional.empty(), in(answer));
    }
}
