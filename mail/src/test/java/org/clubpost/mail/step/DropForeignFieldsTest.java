package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropForeignFieldsTest {

    private static Entity dropped(String header) {
        return new DropForeignFields().apply(MimeParser.parse(Octets.latin1(header + "\r\n")), Mails.context());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DKIM-Signature", "DomainKey-Signature", "ARC-Seal", "ARC-Message-Signature",
                    "ARC-Authentication-Results", "Authentication-Results", "Received-SPF", "Return-Path", "Sender",
                    "X-SES-RECEIPT",
                    "X-SES-CONFIGURATION-SET", "X-SES-MESSAGE-TAGS", "X-SES-SOURCE-ARN", "X-SES-Spam-Verdict",
                    "Feedback-ID",
                    "Bcc",
                    "Resent-From", "Resent-Sender", "Resent-Message-ID", "Return-Receipt-To",
                    "Disposition-Notification-To",
                    "X-Confirm-Reading-To", "X-PMRQC", "Approved", "Approve", "X-Approved", "X-Approve", "Urgent",
                    "List-Id",
                    "List-Unsubscribe", "List-Unsubscribe-Post", "List-Post", "List-Foo", "Archived-At", "Delivered-To",
                    "Errors-To",
                    "Bounces-to", "Mailing-List", "X-Loop", "Precedence", "Auto-Submitted", "X-Entity-Ref-ID",
                    "dkim-SIGNATURE", "DKIM2-Signature", "X-DKIM2-Info", "Message-Instance", "CFBL-Address",
                    "CFBL-Feedback-ID", "BIMI-Selector", "VBR-Info", "X-Google-DKIM-Signature", "X-Received",
                    "X-Originating-IP", "X-Sender-IP", "X-PHP-Originating-Script", "X-Source-Dir", "X-AntiAbuse",
                    "X-Rocket-Received", "X-ClientAddr", "X-RemoteAddr", "X-AuthUser", "X-HTTP-Via", "X-GeoIP", "X-Bcc",
                    "Apparently-To", "X-Apparently-To", "X-Env-Sender", "X-Real-To", "X-Delivered-To", "X-Original-To",
                    "X-Envelope-To", "X-Client-IP", "X-Authenticated-Sender", "X-Get-Message-Sender-Via",
                    "X-Remote-IP", "X-WebMail-UserID", "X-Sent-To", "X-Country-Code", "X-Mozilla-Keys", "Fcc",
                    "X-Forwarded-To", "X-Failed-Recipients", "X-Authenticated-User", "X-MS-Exchange-Organization-SCL",
                    "X-Spam-Flag", "X-List-Help", "X-Mailgun-Tag", "X-SMTPAPI", "X-Complaints-To", "Status"})
    void aForeignFieldIsRemoved(String name) {
        Entity mail = dropped("A: 1\r\n" + name + ": x;\r\n\ty\r\n" + name + ": again\r\nB: 2\r\n");

        assertEquals("A: 1\r\nB: 2\r\n\r\n", MimeWriter.toOctets(mail).latin1());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Accept-Language", "Comments", "Content-Description", "Content-Disposition", "Content-ID",
                    "Content-Language", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "Importance",
                    "In-Reply-To",
                    "Keywords", "Message-Context", "Message-ID", "MIME-Version", "Organization", "Original-From",
                    "Original-Message-ID", "Original-Subject", "Priority", "References", "Reply-To", "Sensitivity",
                    "Solicitation",
                    "Subject", "Thread-Index", "Thread-Topic", "User-Agent", "To", "Cc"})
    void aFieldThatSesTakesOnceIsThereOnce(String name) {
        Entity mail = dropped(name + ": first\r\nX: 1\r\n" + name.toUpperCase(java.util.Locale.ROOT) + ": second\r\n");

        assertEquals(name + ": first\r\nX: 1\r\n\r\n", MimeWriter.toOctets(mail).latin1());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X-Mailer", "User-Agent", "Organization", "Date", "Subject", "Message-ID", "X-Listed", "Arctic"})
    void otherFieldsStayAsTheyAre(String name) {
        String header = name + " :  odd\r\n   folding\r\n\r\n";

        Entity mail = new DropForeignFields().apply(MimeParser.parse(Octets.latin1(header)), Mails.context());

        assertEquals(header, MimeWriter.toOctets(mail).latin1());
    }

    /** They name the author's home; a mail that goes round between two services must be known by something else. */
    @Test
    void receivedFieldsGoAndTheirNumberStays() {
        Entity once = dropped("Received: from home [192.0.2.1]\r\nReceived: from provider\r\nA: 1\r\n");
        Entity again = dropped("Received: from other-list\r\nX-Clubpost-Hops: 2\r\nA: 1\r\n");
        Entity forged = dropped("X-Clubpost-Hops: many\r\nA: 1\r\n");

        assertEquals("A: 1\r\nX-Clubpost-Hops: 2\r\n\r\n", MimeWriter.toOctets(once).latin1());
        assertEquals("A: 1\r\nX-Clubpost-Hops: 3\r\n\r\n", MimeWriter.toOctets(again).latin1());
        assertEquals("A: 1\r\n\r\n", MimeWriter.toOctets(forged).latin1());
    }

    @Test
    void linesThatAreNoFieldsAreRemoved() {
        Entity mail = dropped("From someone Mon Jan  1\r\nA: 1\r\nno field at all\r\nB: 2\r\n");

        assertEquals("A: 1\r\nB: 2\r\n\r\n", MimeWriter.toOctets(mail).latin1());
    }
}
