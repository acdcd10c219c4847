package org.clubpost.mail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReasonsTest {

    private static BounceReason reason(String host, String words) {
        var codes = Codes.in(words);
        return Reasons.of(new Evidence(codes, Saying.plain(words), Dialogue.in(Saying.plain(words)), false, false, host,
                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"mailbox-full | 550 5.1.1 user over quota",
                    "user-unknown | 550 5.1.1 bert",
                    "user-unknown | 550 5.1.10 RESOLVER.ADR.RecipientNotFound",
                    "not-accepting | 556 5.1.10 the domain has a null MX",
                    "user-unknown | 550 no such user here (in reply to RCPT TO command)",
                    "filtered | 550 unknown user (in reply to end of DATA command)",
                    "user-unknown | SMTP error from remote server for RCPT TO command: 550 no such user here",
                    "mailbox-full | 552 Postvak vol",
                    "user-unknown | 550 Nie ma takiego użytkownika (in reply to RCPT TO command)",
                    "filtered | 550 5.2.1 user unknown",
                    "suspended | 550 5.2.1 The email account that you tried to reach is disabled",
                    "too-large | 552 5.3.4 message too big", "has-moved | 550 5.1.6 recipient no longer on server",
                    "no-relaying | 554 5.7.1 Relay access denied",
                    "authentication | 550 5.7.1 rejected per DMARC policy",
                    "require-ptr | 450 4.7.1 Client host rejected: cannot find your hostname",
                    "sender-rejected | 553 5.1.8 Domain of sender address does not exist",
                    "spam | 554 5.7.1 Message rejected as spam",
                    "host-unknown | 550 5.1.2 host unknown", "blocked | 554 5.7.1 blocked using zen.example",
                    "rate-limited | 452 4.3.2 Connection rate limit exceeded",
                    "policy | 554 5.7.9 not accepted for policy reasons",
                    "virus | 554 5.7.1 virus detected", "starttls | 550 5.7.10 STARTTLS is required to send mail",
                    "not-compliant | 550 5.7.1 This message is not RFC 5322 compliant", "content | 550 5.6.9 no",
                    "security | 550 5.7.3 no", "syntax | 503 what", "expired | 4.4.7 message expired",
                    "system-full | 452 4.3.1 no", "network-error | 554 5.4.6 too many hops", "on-hold | 451 greylisted",
                    "suppressed | 550 5.1.1 the address is on the suppression list", "undefined | 550 no",
                    "on-hold | 451 no"})
    void wordsAndCodesSayWhy(String reason, String words) {
        assertEquals(reason, reason("mx.example.com", words).word());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sender-rejected | mta5.am0.yahoodns.net | 421 4.7.0 [TSS04] Messages from 192.0.2.1"
                    + " temporarily deferred due to unexpected volume or user complaints",
                    "user-unknown | mail.protection.outlook.com | 550 5.4.1 Recipient address rejected: Access denied.",
                    "rate-limited | mx3.qq.com | 550 Mailbox unavailable or access denied",
                    "filtered | msmx.au.com | 550 : User unknown",
                    "blocked | mx00.t-online.de | 554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help)",
                    "policy | mx00.ionos.de | 554 Transaction failed Reject due to policy restrictions",
                    "rate-limited | gmail-smtp-in.l.google.com | 450 4.2.1 The user you are trying to contact is"
                            + " receiving email too quickly",
                    "user-unknown | mx3.qq.com | 550 The recipient may contain a non-existent account",
                    "user-unknown | msmx.au.com | 550 <b@au.com>: User unknown",
                    "sender-rejected | mfsmax.docomo.ne.jp | 550 Unknown user b@docomo.ne.jp (in reply to end of DATA command)",
                    "blocked | smtp.orange.fr | 421 Service refused, please try later. OFR_999 [999]",
                    "rate-limited | mx.charter.net | 550 5.1.0 refused. AUP#In-1310",
                    "suspended | mx.email.ua | 550 Mailbox is frozen. See http://mail.i.ua/err/3/",
                    "filtered | msgin.facebook.com | 550 5.1.1 RCP-P2 refused"})
    void theWordsOfAHostMeanWhatThatHostMeans(String reason, String host, String words) {
        assertEquals(reason, reason(host, words).word());
    }
}
