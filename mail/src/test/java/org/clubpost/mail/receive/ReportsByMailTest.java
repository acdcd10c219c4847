package org.clubpost.mail.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.ReturnPath;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.PostId;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;
import org.clubpost.core.suppression.Trace.Purpose;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back by mail: who is found by it, and by what alone. */
final class ReportsByMailTest {

    private static final ListId NEWS = new ListId("news");
    private static final String BERT = "bert@example.com";
    private static final PostId POST = new PostId("0190f3a1b2c3d4e5f6a7b8c9");
    private static final Fate HEARD = new Fate.Discarded(Reason.of(Reason.Cause.BOUNCE));
    private static final String OLD = "news-bounces@lists.example.org";

    private final World world = new World(SampleLists.aList());
    private final Trace.Marked copy = new Trace.Marked(NEWS, Optional.of(POST), key(BERT), Purpose.COPY);
    private int number;

    ReportsByMailTest() {
        world.join(BERT);
        world.join("anna@example.com");
    }

    private static SubscriberId key(String address) {
        return SampleSubscribers.IDS.of(EmailAddress.of(address));
    }

    private String path(Trace.Marked mail) {
        return new ReturnPath(world.tokens().bounces().sign(mail)).at("lists.example.org").ascii();
    }

    private PublicLinks links() {
        return new PublicLinks(URI.create("https://lists.example.org"), world.tokens());
    }

    private Fate receive(SampleMail mail) {
        return receive(mail, world.receive());
    }

    private Fate receive(SampleMail mail, Receive receive) {
        var key = MailKey.inbound(NEWS, "8p0kbda0e13v" + ++number);
        world.store(key, mail);
        return ((Receive.Outcome.Taken) receive.receive(key)).fate();
    }

    private List<Trace> traces() {
        return world.cameBack.stream().map(Feedback::trace).toList();
    }

    private List<Returned> returned() {
        return world.cameBack.stream().map(Feedback::what).toList();
    }

    private static SampleMail multipart(String to, String type, String body) {
        return SampleMail.from("MAILER-DAEMON@mx.example.net").envelope("").to(to).unproven().replacing("To", to)
                .replacing("Subject", "Undelivered Mail Returned to Sender").with("MIME-Version", "1.0")
                .with("Content-Type", "multipart/report; report-type=" + type + "; boundary=\"b\"")
                .body(body.replace("\n", "\r\n"));
    }

    private static SampleMail bounce(String to, String recipient, String action, String quoted) {
        return multipart(to, "delivery-status", """
                --b
                Content-Type: text/plain

                It could not be delivered.

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net

                Final-Recipient: rfc822; %s
                Action: %s
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --b
                Content-Type: message/rfc822

                %s
                Subject: Summer party

                Hello
                --b--
                """.formatted(recipient, action, quoted));
    }

    private static SampleMail bounce(String to) {
        return bounce(to, BERT, "failed", "From: news@lists.example.org");
    }

    @Test
    void whoHasTheMailPassedOnHasGotItWhenItReachedOnePlace() {
        var both = """
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.com

                Original-Recipient: rfc822; %1$s
                Final-Recipient: rfc822; bert@work.example
                Action: failed
                Status: 5.2.2

                Original-Recipient: rfc822; %1$s
                Final-Recipient: rfc822; bert@home.example
                Action: %2$s
                Status: 2.1.5

                --b--
                """;

        receive(multipart(path(copy), "delivery-status", both.formatted(BERT, "delivered")));
        assertEquals(List.of(), traces());
        receive(multipart(path(copy), "delivery-status", both.formatted(BERT, "relayed")));
        assertEquals(List.of(copy), traces());
    }

    private static SampleMail complaint(String to, String kind, String quoted) {
        return multipart(to, "feedback-report", """
                --b
                Content-Type: text/plain

                This is an email abuse report.

                --b
                Content-Type: message/feedback-report

                Feedback-Type: %s
                User-Agent: Club/1.0
                Version: 1

                --b
                Content-Type: message/rfc822

                %s
                Subject: Summer party

                Hello
                --b--
                """.formatted(kind, quoted));
    }

    private void heardOfTheCopy() {
        assertEquals(List.of(copy), traces());
        assertEquals(List.of(new Returned.Bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1",
                world.onlyPost().id().storedAt())), returned());
    }

    @Test
    void reportToTheAddressOfACopyIsAboutThatCopy() {
        assertEquals(HEARD, receive(bounce(path(copy))));

        heardOfTheCopy();
    }

    @Test
    void caseDoesNotMatterNorWhomTheReportNames() {
        receive(bounce(path(copy).toUpperCase(Locale.ROOT), "somebody@else.example", "failed", "X: y"));

        heardOfTheCopy();
    }

    @ParameterizedTest
    @ValueSource(strings = {OLD, "news@lists.example.org", "news-owner@lists.example.org"})
    void reportToAnotherAddressIsAboutTheCopyWhoseAddressTheQuotedMailHas(String to) {
        assertEquals(HEARD, receive(bounce(to, BERT, "failed", "Return-Path: <" + path(copy) + ">")));

        heardOfTheCopy();
    }

    @Test
    void reportThatQuotesNoMarkIsAboutNobody() {
        assertEquals(HEARD, receive(bounce(OLD)));
        assertEquals(HEARD, receive(bounce("news@lists.example.org")));

        assertEquals(List.of(), traces());
    }

    @Test
    void reportThatQuotesTheMarksOfTwoMailsIsAboutNobody() {
        var other = new Trace.Marked(NEWS, Optional.of(POST), key("anna@example.com"), Purpose.COPY);

        receive(bounce(OLD, BERT, "failed", "Return-Path: <" + path(copy) + ">\nX-Other: " + path(other)));

        assertEquals(List.of(), traces());
    }

    @Test
    void forgedAddressesAreAboutNobody() {
        var forged = path(copy).replaceFirst("bounces-....", "bounces-0000");
        assertEquals(HEARD, receive(bounce(forged)));
        receive(bounce(OLD, BERT, "failed", "Return-Path: <" + forged + ">"));
        receive(bounce(OLD, BERT, "failed", "List-Unsubscribe: <https://x.example/?" + "A".repeat(60) + ">"));

        assertEquals(List.of(), traces());
    }

    @Test
    void linkToLeaveInTheQuotedMailSaysWhoseItWasWhereTheReportNamesThem() {
        var quoted = "List-Unsubscribe: <" + links().leaveMail(SampleLists.aList(), key(BERT)) + ">";

        receive(bounce(OLD, BERT, "failed", quoted));
        receive(bounce(OLD, "friend@else.example", "failed", quoted));
        receive(bounce(OLD, BERT, "failed", "List-Unsubscribe: <" + links().leavePage(NEWS, key(BERT)) + ">"));

        assertEquals(List.of(new Trace.Marked(NEWS, Optional.empty(), key(BERT), Purpose.COPY)), traces());
    }

    @Test
    void complaintIsFoundByTheAddressOrTheLinkToLeave() {
        receive(complaint("news-owner@lists.example.org", "abuse",
                "List-Unsubscribe: <" + links().oneClick(NEWS, key(BERT)) + ">"));
        receive(complaint(OLD, "not-spam", "Return-Path: <" + path(copy) + ">"));
        receive(complaint(path(copy), "auth-failure", "X: y"));

        assertEquals(List.of(new Trace.Marked(NEWS, Optional.empty(), key(BERT), Purpose.COPY), copy), traces());
        assertEquals(List.of(Returned.Complaint.Kind.ABUSE, Returned.Complaint.Kind.NOT_SPAM), returned().stream()
                .map(what -> ((Returned.Complaint) what).kind()).toList());
    }

    @Test
    void lateMailAndWhatIsNoReportMeanNothing() {
        receive(bounce(path(copy), BERT, "delayed", "X: y"));
        receive(SampleMail.from(BERT).envelope("").to(path(copy)).replacing("To", path(copy))
                .replacing("Subject", "Out of office").with("Auto-Submitted", "auto-replied")
                .body("I am away until Monday.\r\n"));
        receive(SampleMail.from(BERT).to(path(copy)).replacing("To", path(copy)).body("Thanks!\r\n"));

        assertEquals(List.of(), traces());
        assertEquals(3, world.posts().of(NEWS).count());
    }

    @Test
    void copyComesBackOnceWhoeverElseIsNamed() {
        receive(bounce(path(copy), "c@d.example\nAction: failed\nStatus: 5.2.2\n\nFinal-Recipient: rfc822; " + BERT,
                "failed", "X: y"));
        heardOfTheCopy();

        receive(bounce(path(copy), "c@d.example", "failed", "X: y"));
        assertEquals(world.cameBack.getFirst().id(), world.cameBack.getLast().id());
    }

    @Test
    void sameReportHasTheSameIdHoweverOftenItComes() {
        var probe = new Trace.Marked(NEWS, Optional.empty(), key(BERT), Purpose.PROBE);
        for (var mail : List.of(copy, probe)) {
            receive(bounce(path(mail)));
            receive(bounce(path(mail)));
        }
        receive(bounce(path(copy)).without("Message-ID").with("Date", "Sat, 28 Nov 2026 10:00:00 +0000"));
        receive(bounce(path(probe)).without("Message-ID").with("Date", "Sat, 28 Nov 2026 10:00:00 +0000"));

        var ids = world.cameBack.stream().map(Feedback::id).toList();
        assertEquals(List.of(ids.get(0), ids.get(0), ids.get(2), ids.get(2), ids.get(0)), ids.subList(0, 5));
        assertEquals(3, ids.stream().distinct().count());
    }

    /** Whatever call of a port is the last one: the report is heard in the end, and each time under the same id. */
    @Test
    void reportIsHeardWhenTheProcessDiesHalfWay() {
        var key = MailKey.inbound(NEWS, "8p0kbda0e13v");
        world.store(key, bounce(path(copy)));
        for (var calls = 1; calls < 8; calls++) {
            try {
                world.dyingAfter(calls).receive(key);
            } catch (UnavailableException died) {
                // As it should.
            }
        }
        world.receive().receive(key);

        assertEquals(1, world.cameBack.stream().map(Feedback::id).distinct().count());
        assertEquals(HEARD.toString().contains("BOUNCE"), world.onlyPost().state().toString().contains("BOUNCE"));
    }
}
