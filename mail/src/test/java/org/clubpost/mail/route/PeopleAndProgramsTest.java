package org.clubpost.mail.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.SampleIncoming;
import org.clubpost.mail.rule.SmallWorld;
import org.clubpost.mail.rule.Verdict;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's mail never vanishes, a program's never goes out, and who wants to leave is led to leave. */
class PeopleAndProgramsTest {

    private static final String MEMBER = "member@club.example";
    private static final String TOKEN = "AQFtAAAAAAAAAAAAAAAAAAAAAABuZXdzAAAAAAAAAAAAAAAAAAAA";
    private static final MailingList LIST = SampleLists.aList().with(new Posting(PostingPolicy.MEMBERS, 10 << 20));

    private final Routes routes = Routes.of(new SmallWorld(Set.of(MEMBER, "postmaster@club.example"), false));

    private static SampleMail mail() {
        return SampleMail.from(MEMBER);
    }

    private String decided(SampleMail mail) {
        return decided(mail, LIST);
    }

    private String decided(SampleMail mail, MailingList list) {
        var routed = routes.route(SampleIncoming.of(mail, list));
        return (routed.decider() + " " + switch (routed.handling()) {
            case Handling.Judged(Verdict.Relay _) -> "relay";
            case Handling.Judged(Verdict.Hold _) -> "hold";
            case Handling.Judged(Verdict.Reject _) -> "reject";
            case Handling.Judged(Verdict.Discard _) -> "discard";
            case Handling.Judged(Verdict.AskAuthor _) -> "ask";
            case Handling.Forward _ -> "forward";
            case Handling.Obey _ -> "obey";
            case Handling.CommandsUnproven _ -> "tell-owners";
            case Handling.Leave _ -> "leave";
            case Handling.LeaveAs _ -> "leave-as";
            case Handling.OfferToLeave _ -> "offer";
            case Handling.Reported _ -> "discard";
            case Handling.ReportForOperator _ -> "forward";
            case Handling.Serve _ -> "serve";
        }).strip();
    }

    /** A field that programs write, what becomes of a member's mail with it, and of an unproven one. */
    static Stream<Arguments> fields() {
        return Stream.of("X-Auto-Response-Suppress: All | relay | may-post ask",
                "X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply | relay | may-post ask",
                "Auto-Submitted: no | relay | may-post ask", "Precedence: first-class | relay | may-post ask",
                "X-Loop: other@lists.example.com | relay | may-post ask",
                "X-Mailer: Mail Merge 1.0 | relay | may-post ask", "Importance: low | relay | may-post ask",
                "Precedence: bulk | perhaps-automatic hold | perhaps-automatic discard",
                "Precedence: LIST | perhaps-automatic hold | perhaps-automatic discard",
                "Precedence: junk | perhaps-automatic hold | perhaps-automatic discard",
                "Return-Path: <> | perhaps-automatic hold | perhaps-automatic discard",
                "Subject: Automatic reply: how to switch yours off | perhaps-automatic hold | perhaps-automatic discard",
                "List-Id: Other <other.lists.example.com> | perhaps-automatic hold | may-post ask",
                "List-Id: <4711.list-id.mcsv.net> | perhaps-automatic hold | may-post ask",
                "List-Unsubscribe: <https://news.example/u> | perhaps-automatic hold | may-post ask",
                "Mailing-List: list other@lists.example.com | perhaps-automatic hold | may-post ask",
                "X-OTRS-Loop: yes | perhaps-automatic hold | may-post ask",
                "X-RT-Loop-Prevention: desk | perhaps-automatic hold | may-post ask",
                "Auto-Submitted: auto-replied | automatic discard | automatic discard",
                "Auto-Submitted: auto-generated (vacation) | automatic discard | automatic discard",
                "Precedence: auto_reply | automatic discard | automatic discard",
                "X-Autoreply: yes | automatic discard | automatic discard",
                "X-Autorespond: Summer party | automatic discard | automatic discard",
                "X-POST-MessageClass: 9; Autoresponder | automatic discard | automatic discard",
                "Delivered-To: Autoresponder | automatic discard | automatic discard",
                "X-Failed-Recipients: bob@example.org | bounce discard | bounce discard",
                "TLS-Report-Domain: club.example | bounce discard | bounce discard",
                "Content-Type: multipart/report; boundary=b | bounce discard | bounce discard",
                "Content-Type: message/disposition-notification | bounce discard | bounce discard",
                "Content-Type: text/calendar; method=REQUEST | relay | may-post ask",
                "Content-Type: text/calendar; method=CANCEL | relay | may-post ask",
                "Content-Type: text/calendar; method=REPLY | calendar-answer reject | calendar-answer discard",
                "Content-Type: text/calendar; method=\"COUNTER\" | calendar-answer reject | calendar-answer discard",
                "Content-Type: text/calendar; method=DECLINECOUNTER | calendar-answer reject | calendar-answer discard")
                .map(row -> row.split(" \\| ")).map(row -> Arguments.of(row[0], row[1], row[2]));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatBecomesOfAMailWith(String field, String ofMember, String unproven) {
        var parts = field.split(": ", 2);
        var mail = mail().replacing(parts[0], parts[1]);

        assertEquals(ofMember, decided(mail));
        assertEquals(unproven, decided(mail.unproven()));
    }

    @Test
    void theReasonNamesTheField() {
        assertEquals(Reason.of(Reason.Cause.MARKED_AUTOMATIC, "Precedence"),
                routes.route(SampleIncoming.of(mail().with("Precedence", "bulk"), LIST)).handling().reason()
                        .orElseThrow());
    }

    @Test
    void theCurrentNullSenderIsAProgramAndAnOldOnePerhaps() {
        assertEquals("bounce discard", decided(mail().envelope("")));
        assertEquals("perhaps-automatic hold", decided(mail().with("Return-Path", "<>")));
    }

    @Test
    void aPostmasterWaitsUnlessTheOwnersNamedThem() {
        var mail = SampleMail.from("postmaster@club.example");
        var named = LIST.with(new People(LIST.people().owners(), List.of(EmailAddress.of("postmaster@club.example"))));

        assertEquals("perhaps-automatic hold", decided(mail));
        assertEquals("relay", decided(mail, named));
        assertEquals("bounce discard", decided(mail.replacing("Subject", "Undeliverable: Summer party"), named));
        assertEquals("bounce discard", decided(mail.body("Unknown user: bob@example.org\r\n")));
        assertEquals("bounce discard", decided(SampleMail.from("mailer-daemon@club.example")));
    }

    @Test
    void whatIsAskedOfTheOwnersByAMemberGoesOn() {
        var mail = mail().to("news-owner@lists.example.org");

        assertEquals("owners-address forward", decided(mail.with("Precedence", "bulk")));
        assertEquals("perhaps-automatic discard", decided(mail.with("Precedence", "bulk").unproven()));
        assertEquals("automatic discard", decided(mail.with("Auto-Submitted", "auto-replied")));
    }

    @Test
    void anAnswerOfAProgramToTheAddressForLeavingIsNoWish() {
        var mail = mail().to("news-leave@lists.example.org");

        assertEquals("leave-by-author leave-as", decided(mail));
        assertEquals("leave-by-author offer", decided(mail.replacing("Subject", "Automatic reply: leave")));
        assertEquals("leave-by-author offer", decided(mail.with("Precedence", "bulk")));
    }

    /** Mails of programs without a mark. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Abwesenheitsnotiz: Re: [news] Summer party|Ich bin nicht im Haus.",
                    "Auto-Reply: [news] Summer party|I am away.",
                    "Re: Summer party|I am out of the office until Monday. In urgent cases please contact Bob.",
                    "Recall: Summer party|Anna would like to recall the message, \"Summer party\".",
                    "Report Domain: club.example Submitter: mail.example Report-ID: <1>|",
                    "[#4711] Summer party|Your request has been received.",
                    "Read: Summer party|Your message was read on Saturday."})
    void whatOnlyLooksLikeAProgramWaits(String row) {
        var parts = row.split("\\|", -1);
        var mail = mail().replacing("Subject", parts[0]).body(parts[1] + "\r\n");

        assertEquals("perhaps-automatic hold", decided(mail));
    }

    @Test
    void aReportOfDmarcIsToldByItsFile() {
        var report = mail().with("Content-Type",
                "application/gzip; name=\"mail.example!club.example!1772755200!1772841599.xml.gz\"").body("x\r\n");

        assertEquals("perhaps-automatic hold", decided(report.replacing("Subject", "Report of today")));
        assertEquals("automatic discard",
                decided(report.replacing("Subject",
                        "Report Domain: club.example Submitter: mail.example Report-ID: 1")));
        assertEquals("perhaps-automatic hold",
                decided(mail().replacing("Subject", "Report Domain: club.example Submitter: mail.example")));
    }

    @ParameterizedTest
    @CsvSource({"BEGIN:VCALENDAR|METHOD:REPLY|END:VCALENDAR, text/calendar, calendar-answer reject",
            "BEGIN:VCALENDAR|method: counter|END:VCALENDAR, text/calendar, calendar-answer reject",
            "BEGIN:VCALENDAR|METHOD:PUBLISH|END:VCALENDAR, text/calendar, relay",
            "BEGIN:VCALENDAR|END:VCALENDAR, text/calendar, relay", "METHOD:REPLY, text/plain, relay",
            "--b|Content-Type: text/plain||Anna comes|--b|Content-Type: text/calendar; method=reply||x|--b--,"
                    + " multipart/alternative; boundary=b, calendar-answer reject"})
    void theMethodOfACalendarCounts(String body, String type, String expected) {
        assertEquals(expected, decided(mail().with("Content-Type", type).body(body.replace("|", "\r\n") + "\r\n")));
    }

    /** A calendar answers with its subject alone where its part got lost, or with a sentence of its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"Accepted: Summer party | - | perhaps-automatic hold",
                    "[news] Declined: Summer party | - | perhaps-automatic hold",
                    "Tentatively Accepted: Summer party | - | perhaps-automatic hold",
                    "Angenommen: Sommerfest | - | perhaps-automatic hold",
                    "Zugesagt: Fest | - | perhaps-automatic hold",
                    "Accepté : Fête | - | perhaps-automatic hold", "Aceptado: Fiesta | - | perhaps-automatic hold",
                    "Accettato: Festa | - | perhaps-automatic hold", "Geaccepteerd: Feest | - | perhaps-automatic hold",
                    "Aceite: Festa | - | perhaps-automatic hold", "Zaakceptowano: Impreza | - | perhaps-automatic hold",
                    "=?utf-8?B?5om/6Ku+77yaIOmbhuOBvuOCig==?= | - | perhaps-automatic hold",
                    "Accepted: Summer party | Anna Miller has accepted this invitation. | perhaps-automatic hold",
                    "Zugesagt: Fest | Anna Müller hat diese Einladung angenommen. | perhaps-automatic hold",
                    "Accepted: new members | The board has accepted three members. | relay",
                    "Absage: Probe am Freitag | Der Dirigent ist krank. | relay",
                    "Maybe: a party? | What do you think? | relay", "We have accepted: the plan | - | relay"})
    void whatACalendarAnswersWaits(String subject, String text, String expected) {
        assertEquals(expected, decided(mail().replacing("Subject", subject)
                .body((text == null ? "" : text) + "\r\n")));
    }

    @Test
    void whoAddsAFileNeedNotSayMore() {
        var mail = mail().replacing("Subject", "Accepted: our plan").with("Content-Type",
                "multipart/mixed; boundary=b");

        assertEquals("relay", decided(mail.body("--b\r\n\r\n\r\n--b\r\nContent-Type: application/pdf; name=plan.pdf"
                + "\r\n\r\nx\r\n--b--\r\n")));
        assertEquals("calendar-answer reject", decided(mail.body("--b\r\n\r\n\r\n--b\r\nContent-Type: "
                + "application/octet-stream; name=invite.ics\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n--b--\r\n")));
    }

    /** A person may pass an answer on as a file, and a text of theirs with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"text/calendar; name=answer.ics\r\nContent-Disposition: attachment",
                    "application/ics; name=answer.ics", "application/octet-stream; name=answer.ics"})
    void nobodysMailIsDroppedForAFile(String type) {
        var mail = mail().with("Content-Type", "multipart/mixed; boundary=b").body("--b\r\n\r\nThe mayor cannot come."
                + "\r\n--b\r\nContent-Type: " + type + "\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n--b--\r\n");

        assertEquals("calendar-answer reject", decided(mail));
        assertEquals("may-post ask", decided(mail.unproven()));
    }

    /** Subject, text, and what becomes of a member's mail. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"unsubscribe | | command offer", "Re: [news] Summer party | unsubscribe | command offer",
                    "Re: unsubscribe | | command offer", "[EXTERNAL] Unsubscribe | | command offer",
                    "unsubscribe | unsubscribe | command offer", "'' | please remove me from this list | command offer",
                    "Question | Please unsubscribe me. Thanks | command offer",
                    "unsubscribe | Thanks, Anna | command offer",
                    "stop | stop | command offer", "stop | | command offer", "'' | unsubscribe | command offer",
                    "unsubscribe | stop | command offer", "Summer party | stop | relay", "'' | stop | relay",
                    "'' | | relay",
                    "unsubscribe | I moved to another town and do not play any more. | command hold",
                    "Re: unsubscribe | The link stands below each mail. | relay",
                    "Abmeldung | Ich kann am Samstag nicht. | relay",
                    "Unsubscribe link broken? | It does nothing. | relay",
                    "How do I unsubscribe my mother? | She died. | relay",
                    "=?utf-8?Q?D=C3=A9sinscription?= | | command offer"})
    void whatBecomesOfARequestThatWasPosted(String subject, String text, String expected) {
        var mail = mail().replacing("Subject", subject).body((text == null ? "" : text) + "\r\n");

        assertEquals(expected, decided(mail));
    }

    @Test
    void anOwnersRequestWaitsAndAnUnprovenOneIsLedToLeave() {
        var request = "unsubscribe\r\n\r\nOn Friday Bob wrote:\r\n> see you\r\n";

        assertEquals("command hold", decided(SampleMail.from("owner@club.example").body(request)));
        assertEquals("command hold", decided(SampleMail.from("owner@club.example").body(request).unproven()));
        assertEquals("command offer", decided(mail().body(request).unproven()));
        assertEquals("command offer", decided(mail().body(request).replacing("From", "nobody")));
        assertEquals("bounce discard", decided(mail().body(request).replacing("From", "nobody").envelope("")));
        assertEquals("command discard", decided(mail().body(request).replacing("From", "nobody").envelope("a b")));
    }

    @Test
    void aRequestInHtmlAloneOrUnderASignatureIsOne() {
        assertEquals("command offer", decided(mail().with("Content-Type", "text/html")
                .body("<p>Please <b>unsubscribe</b> me</p><blockquote>see you</blockquote>\r\n")));
        assertEquals("command offer", decided(mail().with("Content-Type", "multipart/signed; boundary=b")
                .body("--b\r\n\r\nunsubscribe\r\n--b\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--b--\r\n")));
        assertEquals("command hold", decided(mail().replacing("Subject", "unsubscribe").with("Content-Type",
                "application/pdf").body("x\r\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"leave " + TOKEN, "Re: leave " + TOKEN, "[EXTERNAL] leave " + TOKEN, "Fwd: LEAVE " + TOKEN,
                    "***SPAM*** leave " + TOKEN, "[EXTERNAL] Re: leave " + TOKEN, "=?utf-8?Q?leave_" + TOKEN + "?=",
                    "=?utf-8?B?bGVhdmUgQVFGdEFBQUFBQUFBQUFBQUFBQUFBQUFBQUFCdVpYZHpBQUFBQUFBQUFBQUFBQUFBQUFBQQ==?=",
                    "leave  AQFtAAAAAAAAAAAAAAAAAAAAAABuZXdz AAAAAAAAAAAAAAAAAAAA", "leave: " + TOKEN,
                    "leave " + TOKEN + " [SPAM]",
                    "EXTERN: leave " + TOKEN, "(SPAM 5.0) leave " + TOKEN})
    void theTokenIsFound(String subject) {
        assertEquals("leave-by-token leave", decided(mail().replacing("Subject", subject)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"leave", "leave early on Saturday because of the long way back to Springfield",
                    "We leave AQFt", "sleave " + TOKEN, "leave " + TOKEN + TOKEN + TOKEN})
    void thisHasNoToken(String subject) {
        assertEquals("relay", decided(mail().replacing("Subject", subject).body("See you on Friday.\r\n")));
    }
}
