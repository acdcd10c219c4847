package org.clubpost.mail.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.link.DecisionToken;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.list.Screening;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.notice.Gathered;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModerateTest {

    private static final MailKey KEY = MailKey.inbound(new ListId("news"), "8p0kbda0e13v");
    private static final MailingList LIST = SampleLists.aList().with(new People(
            List.of(EmailAddress.of("owner@club.example"), EmailAddress.of("second@club.example")), List.of()));
    private static final SampleMail STRANGER = SampleMail.from("sam@stranger.example");
    private static final SampleMail FORGED = SampleMail.from("owner@club.example").unproven();
    private static final PostId POST = PostId.of(FixedClock.START, KEY);

    private final World world = new World(LIST);

    private static String token(URI link) {
        return link.toString().substring(link.toString().indexOf("token=") + 6);
    }

    private OwnerNotice.PostHeld held() {
        world.store(KEY, STRANGER);
        world.receive().receive(KEY);
        return world.notices().sent(OwnerNotice.PostHeld.class).getLast();
    }

    private PostNotice.ConfirmOwnPost asked() {
        world.store(KEY, FORGED);
        world.receive().receive(KEY);
        return world.notices().sent(PostNotice.ConfirmOwnPost.class).getLast();
    }

    private Moderate.Outcome press(URI link) {
        return world.moderate().decide(token(link), "");
    }

    private List<PostNotice.PostRejected> rejections() {
        return world.notices().sent(PostNotice.PostRejected.class);
    }

    @Test
    void aHeldPostIsShownToEveryOwnerWithTheMailAttached() {
        var held = held();

        assertEquals(LIST.people().owners(),
                world.notices().sent(OwnerNotice.PostHeld.class).stream().map(OwnerNotice.PostHeld::recipient)
                        .toList());
        assertEquals(Reason.of(Reason.Cause.MAY_NOT_POST), held.reason());
        assertEquals("sam@stranger.example", held.mail().author());
        assertEquals("Summer party", held.mail().subject());
        assertEquals(STRANGER.own() + "\r\n" + STRANGER.body(),
                new String(held.mail().content().toByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1));
        assertTrue(((PostState.Held) world.onlyPost().state()).told());
    }

    @Test
    void aPostThatIsTooLargeToAttachIsStillShown() {
        world.store(KEY, STRANGER.body("x\r\n".repeat(3 << 20)));

        world.receive().receive(KEY);

        assertFalse(world.notices().sent(OwnerNotice.PostHeld.class).getFirst().mail().isAttached());
    }

    @Test
    void aFileThatSesNeverSendsIsNotAttachedForTheOwnersEither() {
        world.store(KEY, STRANGER.with("Content-Type", "application/x-msdownload; name=run.exe"));

        world.receive().receive(KEY);

        assertFalse(world.notices().sent(OwnerNotice.PostHeld.class).getFirst().mail().isAttached());
    }

    @Test
    void lookingAtALinkChangesNothing() {
        var held = held();
        var before = world.onlyPost();

        for (var link : List.of(held.send(), held.refuse(), held.send())) {
            assertInstanceOf(Moderate.Outcome.Open.class, world.moderate().look(token(link)));
        }

        assertEquals(before, world.onlyPost());
        assertEquals(List.of(), world.queue().added());
    }

    @Test
    void anOwnerSendsThePost() {
        var held = held();

        assertEquals(new Moderate.Outcome.Sent(LIST), press(held.send()));
        assertEquals(new PostState.Sending(POST.preparedMail(), 1, FixedClock.START), world.onlyPost().state());
        assertEquals("prepared for news:" + STRANGER.text(), world.stored(POST.preparedMail()));
        assertEquals(1, world.queue().added().size());
    }

    /** Nobody vouches that a member named in Cc got the mail; so each member gets the copy. */
    @Test
    void whomAnUnprovenAuthorNamesCountsAsNotAddressed() {
        world.store(KEY, STRANGER.unproven().with("Cc", "anna@example.com"));
        world.receive().receive(KEY);

        press(world.notices().sent(OwnerNotice.PostHeld.class).getFirst().send());

        assertEquals(Set.of(), world.onlyPost().parties().addressed());
    }

    @Test
    void aLinkWorksOnce() {
        var held = held();
        press(held.send());

        assertEquals(new Moderate.Outcome.Settled(LIST), press(held.refuse()));
        assertEquals(new Moderate.Outcome.Settled(LIST), press(held.send()));
        assertEquals(new Moderate.Outcome.Settled(LIST), world.moderate().look(token(held.send())));
        assertEquals(List.of(), rejections());
        assertInstanceOf(PostState.Sending.class, world.onlyPost().state());
    }

    @Test
    void anOwnerRefusesThePostAndTheAuthorReadsWhy() {
        var held = held();

        assertEquals(new Moderate.Outcome.Stopped(LIST, true),
                world.moderate().decide(token(held.refuse()), " Wrong list,\r\n\u202esorry. "));

        var reason = Reason.of(Reason.Cause.REFUSED_BY_OWNERS_BECAUSE, "Wrong list,  sorry.");
        assertEquals(
                List.of(new PostNotice.PostRejected(LIST, EmailAddress.of("sam@stranger.example"), "Summer party",
                        "<1@club.example>", reason)),
                rejections());
        assertEquals(new PostState.Rejected(reason), world.onlyPost().state());
        assertEquals(new Moderate.Outcome.Settled(LIST), press(held.send()));
    }

    @Test
    void anUnprovenAuthorIsNotToldThatItWasRefused() {
        world.store(KEY, STRANGER.unproven());
        world.receive().receive(KEY);

        assertEquals(new Moderate.Outcome.Stopped(LIST, false),
                press(world.notices().sent(OwnerNotice.PostHeld.class).getFirst().refuse()));
        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.REFUSED_BY_OWNERS)),
                world.onlyPost().state());
        assertEquals(List.of(), rejections());
    }

    @Test
    void whatSesNeverSendsCannotBeSentByAnOwner() {
        world.store(KEY, STRANGER.with("Content-Type", "application/x-msdownload; name=run.exe"));
        world.receive().receive(KEY);

        var outcome = press(world.notices().sent(OwnerNotice.PostHeld.class).getFirst().send());

        assertEquals(
                new Moderate.Outcome.CannotBeSent(LIST, Reason.of(Reason.Cause.REFUSED_FILE, "run.exe")),
                outcome);
        assertInstanceOf(PostState.Held.class, world.onlyPost().state());
    }

    @Test
    void anAuthorWhoIsNotProvenIsAskedAndNobodyElseIsWrittenTo() {
        var asked = asked();

        assertEquals(List.of(asked), world.notices().sent());
        assertEquals(EmailAddress.of("owner@club.example"), asked.recipient());
        assertEquals(FixedClock.START, asked.received());
        assertEquals(List.of(), world.queue().added());
    }

    @Test
    void anAuthorWhoConfirmsHasThePostSent() {
        var asked = asked();

        assertEquals(new Moderate.Outcome.Sent(LIST), press(asked.confirm()));
        assertInstanceOf(PostState.Sending.class, world.onlyPost().state());
        assertEquals(new Moderate.Outcome.Settled(LIST), press(asked.disown()));
    }

    @Test
    void anAuthorWhoDisownsItHasItDropped() {
        var asked = asked();

        assertEquals(new Moderate.Outcome.Stopped(LIST, false), press(asked.disown()));
        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.DISOWNED)),
                world.onlyPost().state());
        assertEquals(new Moderate.Outcome.Settled(LIST), press(asked.confirm()));
    }

    @Test
    void aConfirmedPostIsJudgedLikeAnyOther() {
        world.change(LIST
                .with(new Screening(LIST.posting().screening().refusal(), 50, true, List.of(), List.of())));
        world.store(KEY, FORGED.replacing("To", "friend@example.net"));
        world.receive().receive(KEY);

        var outcome = press(world.notices().sent(PostNotice.ConfirmOwnPost.class).getFirst().confirm());

        assertEquals(Reason.of(Reason.Cause.LIST_NOT_NAMED),
                assertInstanceOf(Moderate.Outcome.Waits.class, outcome).reason());
        var shown = world.notices().sent(OwnerNotice.PostHeld.class).getFirst();
        assertInstanceOf(Moderate.Outcome.Sent.class, press(shown.send()));
    }

    @Test
    void nobodyIsAskedMoreThanOnceADayNorThreeTimesInThirtyDays() {
        for (var i = 0; i < 10; i++) {
            world.clock().advance(Duration.ofHours(12));
            var key = MailKey.inbound(new ListId("news"), "mail" + i);
            world.store(key, FORGED.replacing("Message-ID", "<" + i + "@club.example>"));
            world.receive().receive(key);
        }

        assertEquals(3, world.notices().sent(PostNotice.ConfirmOwnPost.class).size());
        assertEquals(10, world.posts().of(new ListId("news"))
                .filter(post -> post.state() instanceof PostState.Held).count());
    }

    @Test
    void ownersAreNotFloodedAndNothingIsLost() {
        for (var i = 0; i < 60; i++) {
            world.clock().advance(Duration.ofSeconds(1));
            var key = MailKey.inbound(new ListId("news"), "mail" + i);
            world.store(key, STRANGER.unproven().replacing("Message-ID", "<" + i + "@club.example>"));
            world.receive().receive(key);
        }

        assertEquals(5 * 2, world.notices().sent(OwnerNotice.PostHeld.class).size());
        world.clock().advance(Duration.ofHours(1));
        assertEquals(3, world.tellGathered());
        assertEquals(55 * 2, world.notices().sent(Gathered.class).stream()
                .mapToInt(notice -> notice.content().held().size()).sum());
        assertEquals(60,
                world.posts().of(new ListId("news")).filter(post -> post.state() instanceof PostState.Held).count());
    }

    @Test
    void nobodyWhoIsNotProvenIsEverAnswered() {
        for (var mail : List.of(STRANGER.unproven(), FORGED.replacing("From", "nobody"),
                FORGED.with("From", "x@y.example"),
                FORGED.replacing("Subject", "unsubscribe"), FORGED.with("Auto-Submitted", "auto-replied"),
                FORGED.envelope(""),
                FORGED.to("news-leave@lists.example.org"))) {
            world.clock().advance(Duration.ofSeconds(1));
            var key = MailKey.inbound(new ListId("news"), "mail" + world.clock().instant().getEpochSecond());
            world.store(key, mail);
            world.receive().receive(key);
        }

        assertTrue(world.notices().sent().stream()
                .allMatch(notice -> LIST.people().owners().contains(notice.recipient())));
        assertEquals(List.of(), rejections());
    }

    @Test
    void theSameMailTwiceGoesOutOnceAndItsAuthorIsTold() {
        var mail = SampleMail.from("owner@club.example");
        world.store(KEY, mail);
        world.receive().receive(KEY);
        world.clock().advance(Duration.ofHours(1));
        var again = MailKey.inbound(new ListId("news"), "again");
        world.store(again, mail);

        assertInstanceOf(Fate.Rejected.class, ((Receive.Outcome.Taken) world.receive().receive(again)).fate());
        assertEquals(1, rejections().size());
        assertEquals(1, world.queue().added().size());
    }

    @Test
    void aMailToTheOwnersReachesThem() {
        world.store(KEY, STRANGER.to("news-owner@lists.example.org"));

        assertEquals(new Fate.Forwarded(), ((Receive.Outcome.Taken) world.receive().receive(KEY)).fate());
        assertEquals(LIST.people().owners(),
                world.notices().sent(OwnerNotice.MailForOwners.class).stream().map(OwnerNotice.MailForOwners::recipient)
                        .toList());
    }

    @Test
    void afterTwoWeeksAHeldPostGoesWithNotice() {
        var held = held();
        world.clock().advance(Duration.ofDays(14).minusSeconds(1));
        assertEquals(0, world.sweep());
        world.clock().advance(Duration.ofSeconds(1));

        assertEquals(new Moderate.Outcome.Settled(LIST), press(held.send()));
        assertEquals(1, world.sweep());
        assertEquals(0, world.sweep());

        assertEquals(LIST.people().owners(),
                world.notices().sent(PostNotice.PostExpired.class).stream().map(PostNotice.PostExpired::recipient)
                        .toList());
        var expired = Reason.of(Reason.Cause.EXPIRED, "14");
        assertEquals(List.of(expired),
                rejections().stream().map(PostNotice.PostRejected::reason).toList());
        assertEquals(new PostState.Rejected(expired), world.onlyPost().state());
    }

    @Test
    void whatAnAuthorDoesNotConfirmGoesWithoutAWordToThem() {
        asked();
        world.clock().advance(Duration.ofDays(15));

        world.sweep();

        assertEquals(List.of(), rejections());
        assertInstanceOf(PostState.Discarded.class, world.onlyPost().state());
    }

    @Test
    void aSecretMadeForOneActionDoesNoOther() {
        var send = ModerationToken.parse(DecisionToken.parse(token(held().send())).token()).orElseThrow();

        for (var action : List.of(Action.REFUSE, Action.CONFIRM, Action.DISOWN)) {
            assertEquals(new Moderate.Outcome.Settled(LIST),
                    world.moderate().decide(new ModerationToken(send.post(), action, send.secret()).text(), ""));
        }
        assertInstanceOf(PostState.Held.class, world.onlyPost().state());
    }

    @ParameterizedTest
    @EnumSource
    void aForgedLinkDoesNothing(Action action) {
        held();
        var forged = new ModerationToken(POST, action, "00".repeat(16));

        assertEquals(new Moderate.Outcome.Settled(LIST), world.moderate().decide(forged.text(), ""));
        assertEquals(new Moderate.Outcome.Invalid(),
                world.moderate().decide(new ModerationToken(new PostId("0".repeat(24)), action, "00".repeat(16)).text(),
                        ""));
        assertEquals(new Moderate.Outcome.Invalid(), world.moderate().decide("x", ""));
        assertInstanceOf(PostState.Held.class, world.onlyPost().state());
    }

    static IntStream calls() {
        return IntStream.rangeClosed(1, 16);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aHoldThatDiesAfterAnyCallIsTakenUpAndItsLastLinksWork(int calls) {
        world.store(KEY, STRANGER);
        die(() -> world.dyingAfter(calls).receive(KEY));

        world.receive().receive(KEY);

        for (var owner : LIST.people().owners()) {
            assertTrue(world.notices().sent(OwnerNotice.PostHeld.class).stream()
                    .anyMatch(notice -> notice.recipient().equals(owner)));
        }
        for (var notice : world.notices().sent(OwnerNotice.PostHeld.class)) {
            assertInstanceOf(Moderate.Outcome.Open.class, world.moderate().look(token(notice.send())));
        }
        assertTrue(((PostState.Held) world.onlyPost().state()).told());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aQuestionThatDiesAfterAnyCallIsTakenUpByTheSweep(int calls) {
        world.store(KEY, FORGED);
        die(() -> world.dyingAfter(calls).receive(KEY));
        world.receive().receive(KEY);
        world.sweep();

        var last = world.notices().sent(PostNotice.ConfirmOwnPost.class).getLast();
        assertInstanceOf(Moderate.Outcome.Sent.class, press(last.confirm()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aButtonWhosePressDiedMayBePressedAgain(int calls) {
        var held = held();
        die(() -> world.moderateDyingAfter(calls).decide(token(held.send()), ""));

        press(held.send());

        assertInstanceOf(PostState.Sending.class, world.onlyPost().state());
        assertTrue(world.queue().take().isPresent());
        assertEquals(List.of(Act.POST_RELEASED), acts());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aRefusalThatDiedIsFinishedByPressingAgainOrByTheSweep(int calls) {
        var held = held();
        die(() -> world.moderateDyingAfter(calls).decide(token(held.refuse()), "no"));

        press(held.refuse());

        assertInstanceOf(PostState.Rejected.class, world.onlyPost().state());
        assertTrue(!rejections().isEmpty());
        assertEquals(List.of(), world.queue().added());
        assertEquals(List.of(Act.POST_REFUSED), acts());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anAnswerOfTheAuthorThatDiedStandsInTheLogOnce(int calls) {
        world.store(KEY, FORGED);
        world.receive().receive(KEY);
        var question = world.notices().sent(PostNotice.ConfirmOwnPost.class).getLast();
        die(() -> world.moderateDyingAfter(calls).decide(token(question.confirm()), ""));

        press(question.confirm());

        assertInstanceOf(PostState.Sending.class, world.onlyPost().state());
        assertEquals(List.of(Act.POST_CONFIRMED), acts());
    }

    private List<Act> acts() {
        return world.actLog.of(LIST.id(), Optional.empty(), 10, world.clock().instant()).stream().map(LogEntry::act)
                .toList();
    }

    private static void die(Runnable run) {
        try {
            run.run();
        } catch (UnavailableException died) {
            assertEquals("died", died.getMessage());
        }
    }
}
