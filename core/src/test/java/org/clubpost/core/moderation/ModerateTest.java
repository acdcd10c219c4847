package org.clubpost.core.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Rival;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.About;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.care.Control;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Moderate.Outcome;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.owners.SampleOwners;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What links decide. */
class ModerateTest {

    private final Desk desk = new Desk();

    private OwnerNotice.PostHeld held(Post post) {
        desk.hold(post);
        return desk.notices.sent(OwnerNotice.PostHeld.class).getLast();
    }

    private PostNotice.ConfirmOwnPost asked(Post post) {
        desk.ask(post);
        return desk.notices.sent(PostNotice.ConfirmOwnPost.class).getLast();
    }

    static Stream<Arguments> releases() {
        var reason = Reason.of(Reason.Cause.REFUSED_FILE, "run.exe");
        var until = FixedClock.START.plusSeconds(300);
        return Stream.of(Arguments.of(new Release.Sent(), new Outcome.Sent(Desk.LIST)),
                Arguments.of(new Release.Scheduled(until), new Outcome.Scheduled(Desk.LIST, until)),
                Arguments.of(new Release.Held(reason), new Outcome.Waits(Desk.LIST, reason)),
                Arguments.of(new Release.Impossible(reason), new Outcome.CannotBeSent(Desk.LIST, reason)),
                Arguments.of(new Release.Settled(), new Outcome.Settled(Desk.LIST)));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void whoSendsOrConfirmsIsToldWhatBecameOfIt(Release release, Outcome outcome) {
        desk.mails.answer(() -> release);
        var post = desk.received();
        desk.mails.put(post);
        assertEquals(outcome, desk.press(held(post).send()));
        var other = desk.received();
        desk.mails.put(other);
        assertEquals(outcome, desk.press(asked(other).confirm()));
    }

    @Test
    void whoIsKnownDecidesWithoutALinkIfTheyMay() {
        var post = desk.received();
        desk.mails.put(post);
        held(post);
        var links = new DecisionLinks(SampleSubscribers.IDS, SampleLinks.LINKS);
        var owner = new Actor.Owner(EmailAddress.of("owner@club.example"));

        assertEquals(new Answer.Denied<>(Permission.DECIDE_POSTS), desk.moderate().decide(
                new Actor.Owner(Desk.SAM), Desk.LIST, links.send(post.id()), ""));
        assertEquals(new Answer.Allowed<>(new Outcome.Stopped(Desk.LIST, false)),
                desk.moderate().decide(owner, Desk.LIST, links.refuse(post.id()), ""));
        assertEquals(List.of(owner), desk.log.of(Desk.LIST.id(), Optional.empty(), 10, FixedClock.START).stream()
                .map(LogEntry::actor).distinct().toList());
        assertEquals(8, links.code(post.id()).length());
    }

    @Test
    void lookingChangesNothing() {
        var post = desk.received();
        var held = held(post);
        var before = desk.now(post);

        assertEquals(new Outcome.Open(Desk.LIST, before, Action.SEND), desk.look(held.send()));
        assertEquals(new Outcome.Open(Desk.LIST, before, Action.REFUSE), desk.look(held.refuse()));
        assertEquals(before, desk.now(post));
    }

    @Test
    void refusalReachesAProvenAuthor() {
        var post = desk.received();
        desk.mails.put(post, Desk.SAM);

        assertEquals(new Outcome.Stopped(Desk.LIST, true),
                desk.moderate().decide(SampleLinks.token(held(post).refuse()), "Wrong list."));

        var reason = Reason.of(Reason.Cause.REFUSED_BY_OWNERS_BECAUSE, "Wrong list.");
        assertEquals(new PostState.Rejected(reason), desk.state(post));
        assertEquals(List.of(reason),
                desk.notices.sent(PostNotice.PostRejected.class).stream().map(PostNotice.PostRejected::reason)
                        .toList());
    }

    @Test
    void refusalReachesNobodyWhoIsNotProven() {
        var post = desk.received();
        desk.mails.put(post);

        assertEquals(new Outcome.Stopped(Desk.LIST, false), desk.press(held(post).refuse()));
        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.REFUSED_BY_OWNERS)), desk.state(post));
        assertEquals(List.of(), desk.notices.sent(PostNotice.PostRejected.class));
    }

    /** The state that a post comes to while a link's mail is being read. */
    private void changeWhileRead(Post post, URI link, PostState meanwhile) {
        var mails = new HeldMails() {

            @Override
            public HeldMails by(Deed deed) {
                return this;
            }

            @Override
            public Optional<HeldMail> read(MailingList list, Post read) {
                desk.in(desk.now(post), meanwhile);
                return desk.mails.read(list, read);
            }

            @Override
            public void takeUp(Post other) {}
        };
        var outcome = new Moderate(
                new Moderate.Ports(desk.lists, desk.posts, mails,
                        new DecisionLinks(SampleSubscribers.IDS, SampleLinks.LINKS)),
                new Plan(desk.lists, desk.posts, desk.ranges, desk.queue), desk.reject(),
                new TakeBack(new Control(desk.posts, desk.ranges, desk.clock),
                        desk.cancelLinks),
                desk.clock).decide(SampleLinks.token(link), "");
        assertEquals(new Outcome.Settled(Desk.LIST), outcome);
        assertEquals(meanwhile, desk.state(post));
    }

    @Test
    void theFirstDecisionCounts() {
        var post = desk.received();
        desk.mails.put(post, Desk.SAM);
        changeWhileRead(post, held(post).refuse(), SamplePosts.aSending(post.id(), 1));
        assertEquals(List.of(), desk.notices.sent(PostNotice.PostRejected.class));
    }

    @Test
    void disownedPostIsDropped() {
        var post = desk.received();
        desk.mails.put(post, Desk.SAM);

        assertEquals(new Outcome.Stopped(Desk.LIST, false), desk.press(asked(post).disown()));
        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.DISOWNED)), desk.state(post));
    }

    @Test
    void postWhoseMailIsGoneWaitsForNobodyAnyMore() {
        var post = desk.received();
        var gone = Reason.of(Reason.Cause.HELD_MAIL_GONE);
        var link = held(post).send();

        assertEquals(new Outcome.CannotBeSent(Desk.LIST, gone), desk.press(link));
        assertEquals(new PostState.Discarded(gone), desk.state(post));
        assertEquals(new Outcome.Settled(Desk.LIST), desk.press(link));
    }

    @Test
    void linkIsGoodAsLongAsThePostWaits() {
        var held = held(desk.received());
        desk.clock.advance(Duration.ofDays(14).minusNanos(1));
        assertInstanceOf(Outcome.Open.class, desk.look(held.send()));
        desk.clock.advance(Duration.ofNanos(1));

        assertEquals(new Outcome.Settled(Desk.LIST), desk.look(held.send()));
        assertEquals(new Outcome.Settled(Desk.LIST), desk.press(held.send()));
    }

    @Test
    void linkOfAPostThatIsGoingOutQueuesWhatADeadProcessLeft() {
        var post = desk.received();
        var held = held(post);
        var ranges = SamplePosts.freshRanges(post, 0);
        desk.ranges.plan(desk.now(post), desk.now(post).with(SamplePosts.aSending(post.id(), 1)), ranges);

        assertEquals(new Outcome.Settled(Desk.LIST), desk.press(held.send()));
        assertEquals(ranges.getFirst().ref(), desk.queue.take().orElseThrow());
        assertEquals(new Outcome.Settled(Desk.LIST), desk.look(held.send()));
    }

    @ParameterizedTest
    @EnumSource
    void forgedLinkDoesNothing(Action action) {
        var post = desk.received();
        desk.hold(post);
        var before = desk.now(post);
        var forged = new ModerationToken(post.id(), action, "00".repeat(16)).text();
        var nowhere = new ModerationToken(new PostId("0".repeat(24)), action, "00".repeat(16)).text();

        assertEquals(new Outcome.Settled(Desk.LIST), desk.moderate().look(forged));
        assertEquals(new Outcome.Settled(Desk.LIST), desk.moderate().decide(forged, ""));
        assertEquals(new Outcome.Invalid(), desk.moderate().look(nowhere));
        assertEquals(new Outcome.Invalid(), desk.moderate().decide(nowhere, ""));
        assertEquals(new Outcome.Invalid(), desk.moderate().decide("x", ""));
        assertEquals(before, desk.now(post));
    }

    @Test
    void linkForTakingBackIsNoneOfThoseThatAWaitingPostKnows() {
        var post = desk.received();
        var cancel = new ModerationToken(post.id(), Action.CANCEL, "11".repeat(16));
        desk.in(post, SamplePosts.held("x").with(List.of(cancel.digest())));

        assertEquals(new Outcome.Settled(Desk.LIST), desk.moderate().decide(cancel.text(), ""));
    }

    @Test
    void postOfAListThatIsGoneIsInvalid() {
        var held = held(desk.received());
        desk.lists.remove(Desk.LIST.id());

        assertEquals(new Outcome.Invalid(), desk.look(held.send()));
    }

    static Stream<PostState> everyState() {
        return SamplePosts.everyState(SamplePosts.aPost(Desk.LIST.id()).id());
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void linkThatTakesBackIsGoodWhileThereIsSomethingToStop(PostState state) {
        var post = desk.in(desk.received(), state);
        var link = desk.cancelLinks.of(post.id());

        var isOpen = state instanceof PostState.Waiting || state instanceof PostState.Sending
                || state instanceof PostState.Paused || state instanceof PostState.Parked
                || state instanceof PostState.Resumed;
        assertEquals(isOpen, desk.look(link) instanceof Outcome.Open);
        if (!isOpen) {
            assertEquals(desk.look(link), desk.press(link));
        }
    }

    private URI cancel(Post post) {
        var told = new Tell(desk.posts, desk.ranges,
                new InMemorySubscribers(desk.lists),
                new Tell.Way(desk.notices, new InMemoryRateLimits(),
                        desk.cancelLinks, SampleOwners.of(desk.notices, desk.clock)),
                desk.clock);
        told.about(Desk.LIST, post);
        return desk.notices.sent(PostNotice.PostWaiting.class).getLast().cancel();
    }

    private Post waiting() {
        var post = desk.received();
        var known = post.with(new Post.Parties(Set.of(), Set.of(), List.of(Desk.SAM)))
                .with(new PostState.Waiting(post.id().preparedMail(), PostState.Waiting.Why.UNDO,
                        FixedClock.START.plusSeconds(300), List.of()));
        desk.posts.replace(post, known);
        return known;
    }

    @Test
    void authorTakesBackWhatWaits() {
        var post = waiting();
        var cancel = cancel(post);

        assertEquals(new Outcome.Open(Desk.LIST, desk.now(post), Action.CANCEL), desk.look(cancel));
        assertEquals(new Outcome.TakenBack(Desk.LIST), desk.press(cancel));
        assertEquals(new Outcome.Settled(Desk.LIST), desk.press(cancel));
        assertEquals(new Outcome.Settled(Desk.LIST), desk.look(cancel));
        assertInstanceOf(PostState.Cancelled.class, desk.state(post));
    }

    @Test
    void authorStopsWhatIsLeftOfWhatGoesOut() {
        var post = waiting();
        var cancel = cancel(post);
        desk.in(desk.now(post), new PostState.Paused(SamplePosts.aSending(post.id(), 1), FixedClock.START));

        assertEquals(new Outcome.Halted(Desk.LIST, 0), desk.press(cancel));
    }

    @Test
    void authorIsTooLateForWhatIsDone() {
        var post = waiting();
        var cancel = cancel(post);
        desk.in(desk.now(post), new PostState.Done(Tally.NONE, FixedClock.START, FixedClock.START, true));

        assertEquals(new Outcome.TooLate(Desk.LIST), desk.look(cancel));
        assertEquals(new Outcome.TooLate(Desk.LIST), desk.press(cancel));
    }

    private TakeBack takeBack(Runnable meanwhile) {
        return new TakeBack(new Control(new Rival("replace", meanwhile).of(Posts.class, desk.posts), desk.ranges,
                desk.clock), desk.cancelLinks);
    }

    private Outcome takeBack(Post read, TakeBack takeBack) {
        var link = ModerationToken.parse(SampleLinks.token(desk.cancelLinks.of(read.id()))).orElseThrow();
        return takeBack.decide(link, Desk.LIST, read);
    }

    @Test
    void postThatIsDoneAtTheLastMomentIsNotTakenBack() {
        var post = waiting();
        var done = new PostState.Done(new Tally(9, 0), FixedClock.START, FixedClock.START, true);

        assertEquals(new Outcome.TooLate(Desk.LIST), takeBack(post, takeBack(() -> desk.in(post, done))));

        assertEquals(done, desk.state(post));
    }

    @Test
    void postThatBeginsToGoOutAtTheLastMomentIsHaltedAndNotCalledTakenBack() {
        var post = waiting();
        var fresh = SamplePosts.freshRanges(post, 0).getFirst();
        var begun = new DeliveryRange(fresh.ref(), fresh.slice(), fresh.progress(), new Tally(3, 0));
        var sending = post.with(SamplePosts.aSending(post.id(), 1));

        assertEquals(new Outcome.Halted(Desk.LIST, 3),
                takeBack(post, takeBack(() -> desk.ranges.plan(post, sending, List.of(begun)))));

        assertInstanceOf(PostState.Cancelled.class, desk.state(post));
    }

    @Test
    void postThatIsGoneAtTheLastMomentIsSettled() {
        var nothing = new TakeBack(new Control(new InMemoryPosts(), desk.ranges, desk.clock), desk.cancelLinks);

        assertEquals(new Outcome.Settled(Desk.LIST), takeBack(waiting(), nothing));
    }

    static Stream<PostState> settled() {
        return Stream.of(new PostState.Received(), new PostState.Rejected(Desk.REASON),
                new PostState.Discarded(Desk.REASON), SamplePosts.held("x"));
    }

    @ParameterizedTest
    @MethodSource("settled")
    void nothingIsTakenBackOfWhatDoesNotGoOut(PostState state) {
        var post = waiting();
        var cancel = cancel(post);
        desk.in(desk.now(post), state);

        assertEquals(new Outcome.Settled(Desk.LIST), desk.press(cancel));
        assertEquals(state, desk.state(post));
    }

    private List<LogEntry> log() {
        return desk.log.of(Desk.LIST.id(), Optional.empty(), 10, desk.clock.instant());
    }

    @Test
    void logSaysWhichOwnerDecided() {
        var post = desk.received();
        desk.mails.put(post);
        var held = held(post);

        desk.press(held.refuse());
        desk.press(held.refuse());

        assertEquals(List.of(Act.POST_REFUSED), log().stream().map(LogEntry::act).toList());
        assertEquals(new Actor.Owner(held.recipient()), log().getFirst().actor());
        assertEquals(new About.OnePost(post.id()), log().getFirst().about());
    }

    @Test
    void moderatorIsAskedTooAndTheLogNamesThem() {
        var moderator = EmailAddress.of("moderator@club.example");
        desk.lists.replace(Desk.LIST, Desk.LIST.with(Desk.LIST.people().withModerators(List.of(moderator))));
        var post = desk.received();
        desk.mails.put(post);
        held(post);
        var refuse = SampleLinks.LINKS.moderate(
                new DecisionLinks(SampleSubscribers.IDS, SampleLinks.LINKS).refuse(post.id()), moderator);

        desk.press(refuse);

        assertEquals(List.of(new Actor.Owner(moderator)), log().stream().map(LogEntry::actor).toList());
    }

    @Test
    void aLinkWithoutItsMarkDecidesNothing() {
        var post = desk.received();
        desk.mails.put(post);
        var link = SampleLinks.token(held(post).refuse());
        var bare = link.substring(0, link.indexOf('.'));

        assertEquals(new Outcome.Settled(Desk.LIST), desk.moderate().look(bare));
        assertEquals(new Outcome.Settled(Desk.LIST), desk.moderate().decide(bare, ""));
        assertEquals(List.of(), log());
    }

    /** Such a mail has links without a mark, with a secret of their own. */
    @Test
    void aLinkOfAnEarlierVersionDecides() {
        var post = desk.received();
        desk.mails.put(post);
        desk.hold(post);
        var old = ModerationToken.create(post.id(), Action.SEND, new Random(5));
        var stored = desk.posts.find(post.id()).orElseThrow();
        var held = assertInstanceOf(PostState.Held.class, stored.state());
        assertTrue(desk.posts.replace(stored, stored.with(new PostState.Held(held.reason(), held.decider(),
                List.of(old.digest()), true, held.until()))));

        assertInstanceOf(Outcome.Open.class, desk.moderate().look(old.text()));
    }

    @Test
    void whoRunsTheListNoMoreDecidesNoMore() {
        var former = EmailAddress.parse("former@example.org").orElseThrow();
        var post = desk.received();
        desk.mails.put(post);
        var links = new DecisionLinks(SampleSubscribers.IDS, SampleLinks.LINKS);
        var link = SampleLinks.token(SampleLinks.LINKS.moderate(links.send(post.id()), former));
        held(post);

        assertEquals(new Outcome.Settled(Desk.LIST), desk.moderate().look(link));
        assertEquals(new Outcome.Settled(Desk.LIST), desk.moderate().decide(link, ""));
    }

    @Test
    void whatCannotBeSentIsNoDecision() {
        var post = desk.received();
        desk.mails.put(post);
        desk.mails.answer(() -> new Release.Impossible(Desk.REASON));
        desk.press(held(post).send());

        assertEquals(List.of(), log());
    }

    @Test
    void logSaysWhatAuthorsDidWithTheirOwnPosts() {
        var disowned = desk.received();
        desk.mails.put(disowned);
        var question = asked(disowned);
        desk.press(question.disown());
        desk.press(question.disown());
        desk.clock.advance(Duration.ofMinutes(1));
        var post = waiting();
        desk.press(cancel(post));
        desk.press(cancel(post));

        assertEquals(List.of(Act.POST_CANCELLED, Act.POST_DISOWNED), log().stream().map(LogEntry::act).toList());
        log().forEach(entry -> assertEquals(new Actor.Member(), entry.actor()));
    }
}
