package org.clubpost.mail.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.notice.CommandResult.Told;
import org.clubpost.core.notice.CommandResult.Word;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What owners command by mail, what is done, and what they are answered. */
final class CommandsTest {

    private static final ListId NEWS = new ListId("news");
    private static final String OWNER = "owner@club.example";
    private static final String ANNA = "anna@example.org";

    private final World world = new World(SampleLists.aList());
    private int count;

    private static SampleMail commands(String... lines) {
        return SampleMail.from(OWNER).to("news-admin@lists.example.org")
                .replacing("To", "news-admin@lists.example.org").replacing("Subject", "Commands")
                .body(String.join("\r\n", lines) + "\r\n");
    }

    private static MailKey key(int number) {
        return MailKey.inbound(NEWS, "mail" + number);
    }

    /** Each mail has a Message-ID of its own. */
    private Fate receive(SampleMail mail) {
        count++;
        world.store(key(count), mail.replacing("Message-ID", "<" + count + "@club.example>"));
        return again();
    }

    private Fate again() {
        return ((Receive.Outcome.Taken) world.receive().receive(key(count))).fate();
    }

    private List<CommandResult> results() {
        return world.notices().sent(OwnerNotice.CommandsDone.class).getLast().lines().stream()
                .map(OwnerNotice.CommandsDone.Line::result).toList();
    }

    private int answers() {
        return world.notices().sent(OwnerNotice.CommandsDone.class).size();
    }

    private Word word(String line) {
        receive(commands(line));
        assertEquals(1, results().size(), results().toString());
        return ((Told) results().getFirst()).word();
    }

    private Optional<Subscriber> subscriber(String address) {
        return world.subscribers().find(NEWS, SampleSubscribers.IDS.of(EmailAddress.of(address)))
                .map(Stored::subscriber);
    }

    private List<Act> log() {
        return world.actLog.of(NEWS, Optional.empty(), 100, world.clock().instant()).stream().map(LogEntry::act)
                .toList().reversed();
    }

    private String heldCode() {
        receive(SampleMail.from("stranger@example.net"));
        return world.notices().sent(OwnerNotice.PostHeld.class).getLast().code();
    }

    private SampleMail answer(String code, String... lines) {
        return commands(lines).replacing("Subject", "Re: Please decide for News [#" + code + "]: Summer party")
                .with("In-Reply-To", "<notice@lists.example.org>");
    }

    @Test
    void addsSomebodyWithNameAndReason() {
        assertEquals(new Fate.Obeyed(), receive(commands("add anna@example.org Anna Meyer: asked at the meeting")));

        var member = assertInstanceOf(Subscriber.Confirmed.class, subscriber(ANNA).orElseThrow());
        assertEquals("Anna Meyer", member.person().name().text());
        var word = assertInstanceOf(Consent.OwnersWord.class, member.consent());
        assertEquals("asked at the meeting", word.reason());
        assertEquals(new Actor.Owner(EmailAddress.of(OWNER)), word.by());
        var told = assertInstanceOf(Told.class, results().getFirst());
        assertEquals(Word.ADDED, told.word());
        assertEquals(Act.JOINED, world.actLog.find(NEWS, told.undo().orElseThrow(), world.clock().instant())
                .orElseThrow().act());
        var answer = world.notices().sent(OwnerNotice.CommandsDone.class).getLast();
        assertEquals(EmailAddress.of(OWNER), answer.recipient());
        assertEquals("<1@club.example>", answer.messageId());
        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.COMMANDS)), world.onlyPost().state());
    }

    @Test
    void newMembersAreToldByMail() {
        receive(commands("add anna@example.org"));

        assertEquals(1, world.subscribers().all(NEWS).filter(Subscriber.Confirmed.class::isInstance)
                .map(Subscriber.Confirmed.class::cast).filter(member -> !member.greeted()).count());
        assertEquals(Word.ADDED_WITHOUT_REASON, ((Told) results().getFirst()).word());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Add: Anna Meyer <anna@example.org>", "  add   <mailto:anna@example.org>",
                    "- add anna@example.org <mailto:anna@example.org>", "1. ADD anna@example.org.",
                    "add \"Anna Meyer\" <anna@example.org>", "add [anna@example.org]"})
    void mailProgramsWriteAddressesInManyWays(String line) {
        assertEquals(Word.ADDED_WITHOUT_REASON, word(line));
        assertEquals(SubscriberStatus.CONFIRMED, world.status(ANNA));
    }

    @Test
    void whoIsOnTheListStaysAsTheyAre() {
        world.join(ANNA);

        assertEquals(Word.ALREADY_MEMBER, word("add anna@example.org"));
        assertEquals(Word.ALREADY_MEMBER, word("invite anna@example.org"));
    }

    @Test
    void whoLeftComesBackByThemselvesOnly() {
        world.join(ANNA);
        receive(SampleMail.from(ANNA).to("news-leave@lists.example.org"));

        assertEquals(Word.STAYS_AWAY, word("add anna@example.org"));
        assertEquals(Word.STAYS_AWAY, word("invite anna@example.org"));
        assertEquals(SubscriberStatus.LEFT, world.status(ANNA));
    }

    @Test
    void removesAndUndoes() {
        world.join(ANNA);

        assertEquals(Word.REMOVED, word("remove anna@example.org"));
        var undo = ((Told) results().getFirst()).undo().orElseThrow();
        assertEquals(SubscriberStatus.REMOVED, world.status(ANNA));
        world.clock().advance(Duration.ofMinutes(1));
        assertEquals(Word.UNDONE, word("undo " + undo));

        assertEquals(SubscriberStatus.CONFIRMED, world.status(ANNA));
        assertEquals(List.of(Act.REMOVED, Act.RESTORED), log());
        assertEquals(Word.NOT_A_MEMBER, word("remove ben@example.org"));
        assertEquals(Word.NO_SUCH_ACT, word("undo 00000000000000000000"));
        world.clock().advance(Duration.ofMinutes(1));
        assertEquals(Word.CHANGED_SINCE, word("undo " + undo));
    }

    @Test
    void addedByMistakeIsUndone() {
        receive(commands("add anna@example.org"));
        var undo = ((Told) results().getFirst()).undo().orElseThrow();

        assertEquals(Word.UNDONE, word("undo #" + undo + "."));
        assertEquals(SubscriberStatus.REMOVED, world.status(ANNA));
    }

    @Test
    void pausesUntilADayOrForFourWeeks() {
        world.join(ANNA);
        var today = LocalDate.ofInstant(world.clock().instant(), SampleLists.aList().dispatch().zone());
        var day = today.plusDays(10);

        receive(commands("pause anna@example.org until " + day, "pause anna@example.org"));

        var first = assertInstanceOf(CommandResult.Paused.class, results().getFirst());
        assertEquals(day, first.until());
        assertTrue(first.undo().isPresent());
        var second = assertInstanceOf(CommandResult.Paused.class, results().getLast());
        assertEquals(today.plusWeeks(4), second.until());
        assertEquals(Word.RESUMED, word("resume anna@example.org"));
        assertEquals(Optional.empty(), ((Subscriber.Confirmed) subscriber(ANNA).orElseThrow()).settings()
                .pausedUntil());
        assertEquals(Word.NO_SUCH_DAY, word("pause anna@example.org until 31.12.2099"));
        assertEquals(Word.NOT_A_MEMBER, word("pause ben@example.org"));
        assertEquals(Word.NOT_A_MEMBER, word("resume ben@example.org"));
    }

    @Test
    void invitesByARequestThatThePersonConfirms() {
        assertEquals(Word.INVITED, word("invite anna@example.org"));

        var request = world.requests.due(world.clock().instant(), 10).getFirst();
        assertEquals("invited by owner@club.example", request.signUp().form());
        assertEquals(EmailAddress.of(ANNA), request.signUp().address());
        assertEquals(Optional.empty(), subscriber(ANNA));
    }

    @Test
    void saysHowManyMembersThereAreAndWho() {
        world.join("ben@example.org");
        world.join(ANNA);

        receive(commands("list"));

        var members = assertInstanceOf(CommandResult.Members.class, results().getFirst());
        assertEquals(2, members.count());
        assertEquals(List.of(ANNA, "ben@example.org"),
                members.shown().stream().map(person -> person.address().ascii()).toList());
    }

    @Test
    void saysWhatWaitsAndSendsIt() {
        var code = heldCode();

        receive(commands("held", "send #" + code.toUpperCase(Locale.ROOT)));

        var held = assertInstanceOf(CommandResult.HeldMails.class, results().getFirst());
        assertEquals(List.of(code), held.mails().stream().map(CommandResult.HeldMail::code).toList());
        assertEquals(new Told(Word.SENT, code), results().getLast());
        assertEquals(1, world.queue().added().size());
        assertEquals(List.of(Act.POST_RELEASED), log());
        assertEquals(Word.SETTLED, ((Told) afterAMinute("refuse " + code)).word());
    }

    private CommandResult afterAMinute(String line) {
        world.clock().advance(Duration.ofMinutes(1));
        receive(commands(line));
        return results().getFirst();
    }

    @Test
    void refusesWithAReason() {
        var code = heldCode();

        receive(commands("refuse " + code + " No advertisements, please."));

        assertEquals(new Told(Word.REFUSED, code), results().getFirst());
        var told = world.notices().sent(PostNotice.PostRejected.class).getLast();
        assertEquals(Reason.of(Reason.Cause.REFUSED_BY_OWNERS_BECAUSE, "No advertisements, please."), told.reason());
        assertEquals(List.of(Act.POST_REFUSED), log());
    }

    @Test
    void unknownNumberIsSaid() {
        assertEquals(Word.NO_SUCH_MAIL, word("send 12345678"));
        receive(commands("held"));
        assertEquals(new CommandResult.HeldMails(List.of(), false), results().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "Yes", "ok", "OK, thanks!", "Yes please.", "Hello,|send it", "||Send"})
    void answerToTheNoticeSends(String text) {
        var code = heldCode();

        assertEquals(new Fate.Obeyed(), receive(answer(code, text.split("\\|"))));

        assertEquals(new Told(Word.SENT, code), results().getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"refuse | ''", "No, this is an advertisement. | this is an advertisement.",
                    "Refuse: we do not;post advertisements.;;Best regards;Olga | we do not post advertisements."})
    void answerToTheNoticeRefuses(String text, String reason) {
        var code = heldCode();

        receive(answer(code, text.split(";", -1)));

        assertEquals(new Told(Word.REFUSED, code), results().getFirst());
        assertEquals(reason, world.notices().sent(PostNotice.PostRejected.class).getLast().reason().values().stream()
                .findFirst().orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"What do you think?", "No problem, send it", "ok, but without the picture", "yes or no"})
    void unclearAnswerToTheNoticeDoesNothing(String text) {
        var code = heldCode();

        receive(answer(code, text, "remove anna@example.org"));

        assertEquals(List.of(Word.UNDECIDED), results().stream().map(result -> ((Told) result).word()).toList());
        assertEquals(List.of(), world.queue().added());
    }

    @Test
    void emptyAnswerToTheNoticeDoesNothing() {
        var code = heldCode();

        receive(answer(code, "", "> send"));

        assertEquals(List.of(new Told(Word.UNDECIDED, code)), results());
    }

    @Test
    void answerInTheListsLanguageDecides() {
        world.change(SampleLists.aList().with(SampleLists.aList().profile().withLanguage(Locale.GERMAN)));
        var code = heldCode();

        receive(answer(code, "Ja, bitte"));

        assertEquals(new Told(Word.SENT, code), results().getFirst());
    }

    @Test
    void answerMayDecideAboutAnotherPost() {
        var other = heldCode();
        var code = heldCode();

        receive(answer(code, "send " + other));

        assertEquals(new Told(Word.SENT, other), results().getFirst());
    }

    /** Programs that look at no Reply-To answer to the From field, which is the list. */
    @Test
    void answerThatGoesToTheListDecidesAndReachesNoMember() {
        var code = heldCode();

        assertEquals(new Fate.Obeyed(), receive(answer(code, "send").to("news@lists.example.org")
                .replacing("To", "news@lists.example.org")));

        assertEquals(new Told(Word.SENT, code), results().getFirst());
        assertEquals(1, world.queue().added().size());
    }

    @Test
    void lineThatIsNotUnderstoodIsToldWithWhatWouldBeRight() {
        receive(commands("Hello,", "", "remvoe anna@example.org", "add", "what is this", "pause anna@example.org soon",
                "Best regards", "Olga Owner", "Secretary of the club", "-- ", "remove ben@example.org"));

        assertEquals(List.of(new CommandResult.Unfitting("remove ADDRESS"),
                new CommandResult.Unfitting("add ADDRESS [NAME] [: REASON]"), new Told(Word.NOT_UNDERSTOOD, ""),
                new CommandResult.Unfitting("pause ADDRESS [until 2027-12-31]")), results());
    }

    @ParameterizedTest
    @ValueSource(strings = {"end", "STOP.", "-- ", "On 6 March 2026 Ben <ben@example.org> wrote:"})
    void itEndsThere(String end) {
        world.join(ANNA);

        receive(commands("help", end, "remove anna@example.org"));

        assertEquals(1, results().size());
        assertEquals(SubscriberStatus.CONFIRMED, world.status(ANNA));
    }

    @Test
    void quotedLinesAreNotRead() {
        world.join(ANNA);

        receive(commands("> remove anna@example.org", "list"));

        assertInstanceOf(CommandResult.Members.class, results().getFirst());
        assertEquals(SubscriberStatus.CONFIRMED, world.status(ANNA));
    }

    @Test
    void mailOfHtmlAloneIsRead() {
        receive(commands("<div>add anna@example.org</div><div>list<br></div><blockquote>remove anna@example.org")
                .with("Content-Type", "text/html"));

        assertEquals(2, results().size());
        assertEquals(SubscriberStatus.CONFIRMED, world.status(ANNA));
    }

    @Test
    void subjectIsReadWhenTheTextIsEmpty() {
        receive(commands("").replacing("Subject", "add anna@example.org Anna"));

        assertEquals(SubscriberStatus.CONFIRMED, world.status(ANNA));
    }

    /** Its subject is not its writer's: somebody else may have chosen it, and the address for answers. */
    @Test
    void subjectOfAnAnswerIsNotRead() {
        world.join(ANNA);

        receive(commands("").replacing("Subject", "Re: remove anna@example.org"));

        assertEquals(0, answers());
        assertEquals(SubscriberStatus.CONFIRMED, world.status(ANNA));
    }

    @Test
    void answerEndsAtTheFirstLineThatIsNoCommand() {
        world.join(ANNA);

        receive(commands("Gladly!", "remove anna@example.org").replacing("Subject", "Re: A favour"));

        assertEquals(List.of(new Told(Word.NOT_UNDERSTOOD, "")), results());
        assertEquals(SubscriberStatus.CONFIRMED, world.status(ANNA));
    }

    @Test
    void fiftyLinesAreRead() {
        var lines = new String[60];
        Arrays.setAll(lines, number -> "add a" + number + "@example.org: agreed");

        receive(commands(lines));

        assertEquals(51, results().size());
        assertEquals(new Told(Word.TOO_LONG, "10"), results().getLast());
        assertEquals(50, world.subscribers().all(NEWS).count());
    }

    @Test
    void mailWithoutACommandIsToldSo() {
        receive(commands("Hello"));
        assertEquals(List.of(new Told(Word.NOTHING, "")), results());
    }

    @Test
    void thanksForAnAnswerNeedNone() {
        receive(commands("Thank you!").replacing("Subject", "Re: News: what your commands did"));

        assertEquals(0, answers());
    }

    @Test
    void sameMailOnceMoreDoesNothing() {
        receive(commands("invite anna@example.org"));
        assertEquals(new Fate.Settled(), again());
        world.requests.remove(world.requests.due(world.clock().instant(), 10).getFirst());

        world.store(key(77), commands("invite anna@example.org").replacing("Message-ID", "<1@club.example>"));
        var outcome = (Receive.Outcome.Taken) world.receive().receive(key(77));

        assertEquals(new Fate.Discarded(Reason.of(Reason.Cause.REPEATED)), outcome.fate());
        assertEquals(1, answers());
        assertEquals(List.of(), world.requests.due(world.clock().instant(), 10));
    }

    @Test
    void mailFromLongAgoIsNotObeyed() {
        receive(commands("add anna@example.org").with("Date", "Tue, 6 Jan 2026 09:00:00 +0100"));

        assertEquals(List.of(new Told(Word.TOO_OLD, "")), results());
        assertEquals(Optional.empty(), subscriber(ANNA));
    }

    /** The process dies after each call of a port, and the next one finishes. Each line is done once, and told as done. */
    @Test
    void repeatAfterADeathCompletes() {
        for (var calls = 1; calls < 200; calls++) {
            var mortal = new World(SampleLists.aList());
            mortal.join("ben@example.org");
            mortal.join("carl@example.org");
            mortal.store(key(1), SampleMail.from("stranger@example.net"));
            mortal.receive().receive(key(1));
            var code = mortal.notices().sent(OwnerNotice.PostHeld.class).getLast().code();
            mortal.clock().advance(Duration.ofMinutes(1));
            mortal.store(key(2), commands("add anna@example.org: agreed", "remove ben@example.org",
                    "pause carl@example.org", "invite dora@example.org", "refuse " + code, "list")
                    .replacing("Message-ID", "<2@club.example>"));
            var died = false;
            try {
                mortal.dyingAfter(calls).receive(key(2));
            } catch (UnavailableException dead) {
                died = true;
            }
            mortal.clock().advance(Duration.ofMinutes(2));

            mortal.receive().receive(key(2));

            var sent = mortal.notices().sent(OwnerNotice.CommandsDone.class);
            assertTrue(sent.size() == 1 || (died && sent.size() == 2), "answers after " + calls);
            var lines = sent.getLast().lines().stream().map(OwnerNotice.CommandsDone.Line::result).toList();
            assertEquals(Word.ADDED, ((Told) lines.get(0)).word(), "after " + calls);
            assertTrue(((Told) lines.get(0)).undo().isPresent());
            assertEquals(Word.REMOVED, ((Told) lines.get(1)).word(), "after " + calls);
            assertTrue(((Told) lines.get(1)).undo().isPresent());
            assertTrue(lines.get(2) instanceof CommandResult.Paused paused && paused.undo().isPresent());
            assertEquals(Word.INVITED, ((Told) lines.get(3)).word());
            var refusals = mortal.notices().sent(PostNotice.PostRejected.class).size();
            assertTrue(refusals >= 1 && refusals <= (died ? 2 : 1), refusals + " refusals after " + calls);
            var acts = mortal.actLog.of(NEWS, Optional.empty(), 100, mortal.clock().instant()).stream()
                    .map(LogEntry::act).filter(act -> act != Act.POST_REFUSED).sorted().toList();
            assertEquals(List.of(Act.JOINED, Act.CHANGED, Act.REMOVED), acts, "after " + calls);
            assertEquals(1, mortal.requests.due(mortal.clock().instant(), 10).size());
            if (!died) {
                return;
            }
        }
        throw new AssertionError("it never ended");
    }

    @Test
    void whoRunsNoListIsToldOnceADay() {
        assertEquals(new Fate.Rejected(notAllowed()), receive(by("member@club.example")));
        assertEquals(new Fate.Discarded(notAllowed()), receive(by("member@club.example")));

        assertEquals(1, world.notices().sent().size());
        assertEquals(Optional.empty(), subscriber(ANNA));
    }

    private static SampleMail by(String author) {
        return SampleMail.from(author).to("news-admin@lists.example.org").body("add anna@example.org\r\n");
    }

    private static Reason notAllowed() {
        return Reason.of(Reason.Cause.COMMANDS_NOT_ALLOWED, "news-owner@lists.example.org");
    }

    @Test
    void strangerGetsNothing() {
        assertEquals(new Fate.Discarded(Reason.of(Reason.Cause.COMMANDS_UNPROVEN)),
                receive(by("stranger@example.net").unproven()));

        assertEquals(List.of(), world.notices().sent());
    }

    @Test
    void commandsInTheNameOfAnOwnerAreToldToTheOwners() {
        assertEquals(new Fate.Discarded(Reason.of(Reason.Cause.COMMANDS_UNPROVEN)), receive(by(OWNER).unproven()));
        receive(by(OWNER).unproven());

        assertEquals(Optional.empty(), subscriber(ANNA));
        assertEquals(1, world.notices().sent(OwnerNotice.CommandsUnproven.class).size());
        assertEquals(1, world.notices().sent().size());
        world.clock().advance(Duration.ofDays(1));
        assertEquals(1, world.tellGathered());
    }

    @ParameterizedTest
    @CsvSource({"Auto-Submitted, auto-replied", "X-Autoreply, yes", "Precedence, bulk", "List-Id, <other.example.net>"})
    void programIsNotObeyed(String field, String value) {
        receive(commands("add anna@example.org").with(field, value));

        assertEquals(Optional.empty(), subscriber(ANNA));
        assertEquals(0, answers());
    }

    @ParameterizedTest
    @CsvSource({"Precedence, bulk", "List-Id, <other.example.net>"})
    void whatSomebodyWithARoleSendsAndLooksLikeAProgramsDoesNotVanish(String field, String value) {
        receive(commands("add anna@example.org").with(field, value));
        assertEquals(1, world.notices().sent().size());

        receive(commands("add ben@example.org").with(field, value));

        assertEquals(2, world.notices().sent().size());
        assertEquals(1, world.notices().sent(OwnerNotice.MailForOwners.class).size());
        assertEquals(Optional.empty(), subscriber(ANNA));
    }

    @Test
    void mailToTheListAndForCommandsIsBoth() {
        assertEquals(new Fate.Relayed(), receive(commands("list").to("x@y.example").replacing("To",
                "news@lists.example.org, news-admin@lists.example.org")));

        assertEquals(1, answers());
    }

    private static Subscriber.Applied applicant(String address) {
        return SampleSubscribers.everyKind(NEWS).filter(Subscriber.Applied.class::isInstance)
                .map(Subscriber.Applied.class::cast).map(one -> new Subscriber.Applied(NEWS,
                        SampleSubscribers.aPerson(address), one.consent(), one.past()))
                .findFirst().orElseThrow();
    }

    @Test
    void whoWaitsForTheOwnersIsLetInOrRefused() {
        world.subscribers().create(applicant(ANNA));
        world.subscribers().create(applicant("ben@example.org"));

        assertEquals(Word.WAITS_TO_BE_LET_IN, word("invite ben@example.org"));
        assertEquals(Word.LET_IN, word("add anna@example.org"));
        assertEquals(Word.NOT_LET_IN, word("remove ben@example.org"));
        assertEquals(SubscriberStatus.CONFIRMED, world.status(ANNA));
        assertEquals(1, world.tasks.due(world.clock().instant().plus(Duration.ofDays(1)), 10).size());
    }

    @Test
    void programThatAnswersEveryAnswerIsNotAnsweredForEver() {
        for (var number = 0; number < 70; number++) {
            receive(commands("help"));
        }

        assertEquals(60, answers());
    }
}
