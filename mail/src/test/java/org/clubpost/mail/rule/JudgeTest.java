package org.clubpost.mail.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.Refusal;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.list.Screening;
import org.clubpost.core.list.SenderPattern;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.incoming.SampleIncoming;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {

    private static final MailingList LIST = SampleLists.aList();

    private final Judge judge = Judge.ofPosts(new SmallWorld(Set.of("member@club.example"), false));

    private static Incoming mail(String name, MailingList list) {
        return SampleIncoming.of(name, list);
    }

    private static Incoming mail(SampleMail mail, MailingList list) {
        return SampleIncoming.of(mail, list);
    }

    /** The rule that decided, and what, in short: {@code loop discard}; for a mail that goes out, {@code relay}. */
    private static String inShort(Judgement judgement) {
        return (judgement.rule() + " " + switch (judgement.verdict()) {
            case Verdict.Relay _ -> "relay";
            case Verdict.Hold _ -> "hold";
            case Verdict.Reject _ -> "reject";
            case Verdict.Discard _ -> "discard";
            case Verdict.AskAuthor _ -> "ask";
        }).strip();
    }

    @ParameterizedTest
    @CsvSource({"stranger, may-post reject", "owner-forged, may-post ask", "stranger-forged, may-post discard",
            "two-from, may-post discard",
            "too-large, too-large reject", "ten-recipients, too-many-recipients hold", "by-bcc, list-not-named hold",
            "named-in-cc, relay",
            "archive-attached, refused-file reject", "archive-in-a-winmail, refused-file reject",
            "banned-address, banned discard",
            "banned-by-envelope, banned discard",
            "post-of-an-owner, relay"})
    void aStrictListLooksAtMore(String name, String expected) {
        var strict = LIST.with(new Posting(PostingPolicy.POSTERS, 20_000,
                new Screening(Refusal.REJECT, 9, true,
                        List.of(new SenderPattern("pest@nuisance.example"), new SenderPattern("spam.example")),
                        List.of("zip"))));

        assertEquals(expected, inShort(judge.judge(mail(name, strict))));
    }

    @Test
    void theSameMailOnceMoreIsToldToItsAuthor() {
        var judgement = Judge.ofPosts(new SmallWorld(Set.of(), true)).judge(mail("post-of-an-owner", LIST));

        assertEquals(
                new Judgement(
                        new Verdict.Reject(EmailAddress.of("owner@club.example"), Reason.of(Reason.Cause.REPEATED)),
                        "repeated"),
                judgement);
    }

    @Test
    void aFileInAWinmailIsRefusedByItsOwnName() {
        assertEquals(
                new Verdict.Reject(EmailAddress.of("owner@club.example"),
                        Reason.of(Reason.Cause.REFUSED_FILE, "setup.exe")),
                judge.judge(mail("program-in-a-winmail", LIST)).verdict());
    }

    @Test
    void theRefusedFileIsNamed() {
        var verdict = judge.judge(mail("program-with-an-rfc-2231-name", LIST)).verdict();

        assertEquals(
                new Verdict.Reject(EmailAddress.of("owner@club.example"),
                        Reason.of(Reason.Cause.REFUSED_FILE, "Übersicht.bat")),
                verdict);
    }

    /** Who sends, by policy: what becomes of the mail when it is proven, and when it is not. */
    static Stream<org.junit.jupiter.params.provider.Arguments> matrix() {
        return Stream
                .of("OWNERS   | owner    | relay | ask", "OWNERS   | poster   | hold  | hold",
                        "OWNERS   | member   | hold  | hold",
                        "OWNERS   | stranger | hold  | hold", "POSTERS  | owner    | relay | ask",
                        "POSTERS  | poster   | relay | ask",
                        "POSTERS  | member   | hold  | hold", "POSTERS  | stranger | hold  | hold",
                        "MEMBERS  | owner    | relay | ask",
                        "MEMBERS  | poster   | relay | ask", "MEMBERS  | member   | relay | ask",
                        "MEMBERS  | stranger | hold  | hold",
                        "ANYONE   | owner    | relay | ask", "ANYONE   | poster   | relay | ask",
                        "ANYONE   | member   | relay | ask",
                        "ANYONE   | stranger | relay | hold")
                .map(row -> row.split("\\|", -1))
                .map(row -> org.junit.jupiter.params.provider.Arguments.of(row[0].strip(), row[1].strip(),
                        row[2].strip(), row[3].strip()));
    }

    private static MailingList list(String policy, Refusal refusal) {
        var screening = Screening.DEFAULT;
        return LIST
                .with(new People(List.of(EmailAddress.of("owner@club.example")),
                        List.of(EmailAddress.of("poster@club.example"))))
                .with(new Posting(PostingPolicy.valueOf(policy), 10 << 20,
                        new Screening(refusal,
                                screening.maxRecipients(), screening.mustBeNamed(), screening.banned(),
                                screening.refusedFiles())));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void whoMayPostIsWhatThePolicySays(String policy, String sender, String proven, String unproven) {
        var mail = SampleMail.from(sender + "@club.example");

        assertEquals(proven, word(judge.judge(mail(mail, list(policy, Refusal.HOLD)))));
        assertEquals(unproven, word(judge.judge(mail(mail.unproven(), list(policy, Refusal.HOLD)))));
        assertEquals(unproven, word(judge.judge(mail(mail.results(" dmarc=none;"), list(policy, Refusal.HOLD)))));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void whereOthersAreRejectedOnlyAProvenOneIsTold(String policy, String sender, String proven, String unproven) {
        var mail = SampleMail.from(sender + "@club.example");

        assertEquals(proven.replace("hold", "reject"), word(judge.judge(mail(mail, list(policy, Refusal.REJECT)))));
        assertEquals(unproven.replace("hold", "discard"),
                word(judge.judge(mail(mail.unproven(), list(policy, Refusal.REJECT)))));
    }

    private static String word(Judgement judgement) {
        var words = inShort(judgement);
        return words.substring(words.lastIndexOf(' ') + 1);
    }
}
