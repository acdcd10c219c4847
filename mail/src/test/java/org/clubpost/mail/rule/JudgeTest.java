package org.clubpost.mail.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;
import org.clubpost.core.list.Posting;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.Refusal;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.list.Screening;
import org.clubpost.core.list.SenderPattern;
import org.clubpost.core.post.PostId;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {

    private static final PostId POST = new PostId("019cc2449340c0d2efd61c35");
    private static final MailingList LIST = SampleLists.aList();

    /** A world with the lists news and board, in which one address is a member of news. */
    private record Small(Set<String> members, boolean repeats) implements Surroundings {

        @Override
        public boolean isList(ListId id) {
            return Set.of("news", "board").contains(id.value());
        }

        @Override
        public boolean isMember(MailingList list, EmailAddress address) {
            return list.id().value().equals("news") && members.contains(address.compared());
        }

        @Override
        public boolean isRepeated(Incoming mail) {
            return repeats;
        }
    }

    private final Judge judge = Judge.of(new Small(Set.of("member@club.example"), false));

    private static Incoming mail(String name, MailingList list) {
        try (var file = JudgeTest.class.getResourceAsStream(name + ".eml")) {
            if (file == null) {
                throw new AssertionError("no mail " + name);
            }
            var octets = Octets.of(file.readAllBytes());
            return Incoming.of(POST, list, MimeParser.parse(octets), octets.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Incoming mail(SampleMail mail, MailingList list) {
        return Incoming.of(POST, list, mail.entity(), mail.text().length());
    }

    /** The rule that decided, and what, in short: {@code loop discard}; for a mail that goes out, {@code relay}. */
    private static String inShort(Judgement judgement) {
        return (judgement.rule() + " " + switch (judgement.verdict()) {
            case Verdict.Relay _ -> "relay";
            case Verdict.Hold _ -> "hold";
            case Verdict.Reject _ -> "reject";
            case Verdict.Discard _ -> "discard";
            case Verdict.AskAuthor _ -> "ask";
            case Verdict.Forward _ -> "forward";
            case Verdict.Leave _ -> "leave";
            case Verdict.LeaveAs _ -> "leave-as";
        }).strip();
    }

    @ParameterizedTest
    @CsvSource({"post-of-an-owner, relay", "leave-with-token, leave-by-token leave",
            "leave-without-token, leave-by-author leave-as",
            "leave-forged, leave-by-author discard", "to-the-bounces-address, bounces-address discard",
            "to-the-owners, owners-address forward", "own-copy-comes-back, loop discard",
            "own-list-id-in-capitals, loop discard",
            "own-mark-of-another-program, loop discard", "of-another-list, relay", "many-hops, too-many-hops discard",
            "some-hops, relay", "from-the-list-itself, from-ours discard",
            "from-another-of-our-lists, from-ours discard",
            "bounce-with-null-sender, bounce discard", "bounce-as-multipart-report, bounce discard",
            "bounce-of-qmail, bounce discard",
            "read-receipt, bounce discard", "vacation-by-rfc-3834, automatic discard",
            "vacation-by-exchange, automatic discard",
            "vacation-of-outlook-without-marks, automatic discard", "vacation-of-outlook-in-german, automatic discard",
            "vacation-with-precedence, automatic discard", "vacation-of-cpanel, automatic discard",
            "auto-submitted-no, relay",
            "precedence-first-class, relay", "virus, virus discard", "spam-of-a-proven-author, spam hold",
            "spam-of-nobody, spam discard", "gray, relay", "command-unsubscribe, command reject",
            "command-in-german, command reject",
            "command-in-the-body, command reject", "command-leave, command reject", "leave-as-a-real-subject, relay",
            "unsubscribe-as-a-topic, relay", "stranger, may-post hold", "owner-forged, may-post ask",
            "owner-in-the-display-name, may-post hold", "stranger-forged, may-post hold", "no-from, may-post hold",
            "two-from, may-post hold", "several-authors, may-post hold", "forged-block-below, may-post ask",
            "chain-letter, too-many-recipients hold", "group-of-many, too-many-recipients hold",
            "ten-recipients, relay",
            "by-bcc, relay", "named-in-cc, relay", "program-attached, refused-file reject",
            "program-with-an-rfc-2231-name, refused-file reject",
            "program-with-an-encoded-word-name, refused-file reject",
            "program-named-in-the-content-type, refused-file reject", "program-with-a-dot-behind, refused-file reject",
            "program-in-a-forwarded-mail, refused-file reject", "archive-attached, relay",
            "program-in-a-winmail, refused-file reject", "archive-in-a-winmail, relay", "harmless-attached, relay",
            "too-large, relay", "banned-address, may-post hold", "banned-by-envelope, relay"})
    void eachMailIsJudgedByTheRuleThatItIsFor(String name, String expected) {
        assertEquals(expected, inShort(judge.judge(mail(name, LIST))));
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
    void everyMailInTheFolderIsJudged() throws Exception {
        var folder = JudgeTest.class.getResource("virus.eml");
        var here = java.nio.file.Path.of(java.util.Objects.requireNonNull(folder).toURI()).getParent();
        try (var files = java.nio.file.Files.list(java.util.Objects.requireNonNull(here))) {
            var rules = files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".eml"))
                    .map(file -> judge.judge(mail(file.substring(0, file.length() - 4), LIST)).rule())
                    .collect(Collectors.toSet());
            var missing = new HashSet<>(judge.rules());
            missing.removeAll(rules);

            assertEquals(Set.of("banned", "too-large", "list-not-named", "send-at", "repeated"), missing,
                    "tested with other settings below");
        }
    }

    @Test
    void theSameMailOnceMoreIsToldToItsAuthor() {
        var judgement = Judge.of(new Small(Set.of(), true)).judge(mail("post-of-an-owner", LIST));

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

    @Test
    void theTokenIsRead() {
        assertEquals(new Verdict.Leave("AQFtAAAAAAAAAAAAAAAAAAAAAABuZXdzAAAAAAAAAAAAAAAAAAAA"),
                judge.judge(mail("leave-with-token", LIST)).verdict());
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasASentenceInEveryLanguage(Reason.Cause cause) {
        var reason = Reason.of(cause, "x");
        var english = reason.in(java.util.Locale.ENGLISH);

        assertEquals(true, english.endsWith(".") || english.endsWith("x"), english);
        assertEquals(english, reason.in(java.util.Locale.JAPANESE));
        assertEquals(false, english.equals(reason.in(java.util.Locale.forLanguageTag("de-CH"))), english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"news-owner@lists.example.org | news@lists.example.org | OWNER",
            "x@y.example | news@lists.example.org | POST",
            "x@y.example | news-owner@lists.example.org | OWNER",
            "x@y.example | news-owner@lists.example.org, news@lists.example.org | POST",
            "x@y.example | friend@example.net | POST", "other-leave@lists.example.org | friend@example.net | POST",
            "NEWS-LEAVE@LISTS.example.org | friend@example.net | LEAVE"})
    void theRoleIsThatOfTheEnvelopeRecipientOrElseIsReadFromTheHeader(String envelope, String to, String role) {
        var mail = SampleMail.from("owner@club.example").to(envelope).replacing("To", to);

        assertEquals(role, mail(mail, LIST).role().name());
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
