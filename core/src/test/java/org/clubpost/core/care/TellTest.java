package org.clubpost.core.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.range.Checkpoint;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.delivery.range.Lease;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.QuietHours;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.notice.PostNotice.PostReport.Result;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TellTest {

    private static final EmailAddress POSTER = EmailAddress.of("poster@club.example");

    private final MailingList news = SampleLists.aList();
    private final FixedClock clock = new FixedClock();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);
    private final CollectingNotices notices = new CollectingNotices();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(new InMemoryLists(news));
    private final Tell tell = SampleTells.aTell(posts, ranges, subscribers, notices, clock);

    private Post post(PostState state, EmailAddress... poster) {
        var post = SamplePosts.aPost(news.id()).with(new Post.Parties(Set.of(), Set.of(), List.of(poster))).with(state);
        posts.create(post);
        return post;
    }

    private static PostState.Done done() {
        return new PostState.Done(new Tally(7, 0), FixedClock.START, FixedClock.START.plusSeconds(9), false);
    }

    private PostState now(Post post) {
        return posts.find(post.id()).orElseThrow().state();
    }

    @Test
    void thePosterGetsOneReport() {
        var post = post(done(), POSTER);

        assertTrue(tell.about(news, post));
        assertFalse(tell.about(news, posts.find(post.id()).orElseThrow()));

        assertEquals(List.of(new PostNotice.PostReport(news, POSTER, news.profile().language(),
                PostNotice.PostReport.Reader.AUTHOR, "",
                new Result.Done(7, Duration.ofSeconds(9), List.of()))), notices.sent());
        assertEquals(done().asReported(), now(post));
    }

    @Test
    void theOwnersGetItWhenNobodyIsProven() {
        tell.about(news, post(done()));

        assertEquals(news.people().owners(),
                notices.sent(PostNotice.PostReport.class).stream().map(PostNotice.PostReport::recipient).toList());
    }

    @Test
    void aReportThatWasNotTakenComesLater() {
        var post = post(done(), POSTER);
        notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, () -> tell.about(news, post));
        notices.takeOnly(_ -> true);

        assertFalse(tell.about(news, post));
        clock.advance(Duration.ofHours(1));
        assertTrue(tell.about(news, post));

        assertEquals(1, notices.sent().size());
    }

    @Test
    void theOwnersHearOfAStuckPostOnceADay() {
        var first = new PostState.Parked(new PostState.Sending(new MailKey("prepared/x"), 1, FixedClock.START),
                PostState.Parked.Cause.BLOCKED, Reason.quoted("SES: paused"), FixedClock.START.plusSeconds(3600),
                false);
        var post = post(first, POSTER);
        tell.about(news, post);
        var again = post.with(new PostState.Parked(first.sending(), first.cause(), first.reason(),
                FixedClock.START.plusSeconds(7200), false));
        posts.replace(posts.find(post.id()).orElseThrow(), again);
        clock.advance(Duration.ofHours(1));

        assertTrue(tell.about(news, again));

        assertEquals(news.people().owners().size(), notices.sent(PostNotice.PostStuck.class).size());
        assertTrue(((PostState.Parked) now(post)).told());
    }

    @Test
    void theOwnersHearOnceOfAMailThatIsSetAside() {
        var post = post(new PostState.Received(3, Optional.empty(), false), POSTER);

        assertTrue(tell.about(news, post));
        assertFalse(tell.about(news, posts.find(post.id()).orElseThrow()));

        assertEquals(news.people().owners().size(), notices.sent(PostNotice.PostStuck.class).size());
        assertEquals(PostNotice.PostStuck.Cause.SET_ASIDE, notices.sent(PostNotice.PostStuck.class).getFirst().cause());
        assertEquals(new PostState.Received(3, Optional.empty(), true), now(post));
    }

    @Test
    void aNoticeOfAMailThatIsSetAsideThatWasNotTakenComesLater() {
        var post = post(new PostState.Received(3, Optional.empty(), false), POSTER);
        notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, () -> tell.about(news, post));
        notices.takeOnly(_ -> true);

        assertFalse(tell.about(news, post), "not again within minutes");
        clock.advance(Duration.ofHours(1));
        assertTrue(tell.about(news, post));

        assertEquals(news.people().owners().size(), notices.sent(PostNotice.PostStuck.class).size());
    }

    @Test
    void nobodyHearsOfAMailThatIsTriedAgain() {
        assertFalse(tell.about(news, post(new PostState.Received(2, Optional.empty(), false), POSTER)));
        assertEquals(0, notices.sent().size());
    }

    @Test
    void thePosterOfAWaitingPostGetsTheLinkOnce() {
        var waiting = new PostState.Waiting(new MailKey("prepared/x"), PostState.Waiting.Why.UNDO,
                FixedClock.START.plusSeconds(300), List.of());
        var post = post(waiting, POSTER);

        assertTrue(tell.about(news, post));
        assertFalse(tell.about(news, posts.find(post.id()).orElseThrow()));
        assertFalse(tell.about(news, post(waiting)));

        assertEquals(1, notices.sent(PostNotice.PostWaiting.class).size());
    }

    private void failed(Post post, int key, Failure.Kind kind, String reason) {
        ranges.rewrite(post.id(),
                List.of(new Failure(SampleSubscribers.aKey("%x".formatted(key)), kind, Reason.quoted(reason), 1,
                        FixedClock.START)));
    }

    private List<PostNotice.PostReport.Shortfall> shortfalls() {
        return switch (notices.sent(PostNotice.PostReport.class).getLast().result()) {
            case Result.Done done -> done.shortfalls();
            case Result.Stopped stopped -> stopped.shortfalls();
            case Result.NotSent _ -> List.of();
        };
    }

    @Test
    void theReportCountsWhatFailedTheMostFrequentFirst() {
        var post = post(done(), POSTER);
        failed(post, 1, Failure.Kind.MAYBE_SENT, "no answer");
        failed(post, 2, Failure.Kind.REFUSED, "no such mailbox");
        failed(post, 3, Failure.Kind.REFUSED, "no such mailbox");
        failed(post, 4, Failure.Kind.LATER, "mailbox full");
        failed(post, 5, Failure.Kind.WANTED, "mailbox full");
        failed(post, 6, Failure.Kind.LATER, "mailbox full");

        tell.about(news, post);

        assertEquals(List.of(
                new PostNotice.PostReport.Shortfall(PostNotice.PostReport.Kind.GIVEN_UP, Reason.quoted("mailbox full"),
                        3),
                new PostNotice.PostReport.Shortfall(PostNotice.PostReport.Kind.REFUSED,
                        Reason.quoted("no such mailbox"), 2),
                new PostNotice.PostReport.Shortfall(PostNotice.PostReport.Kind.MAYBE_SENT, Reason.quoted("no answer"),
                        1)),
                shortfalls());
    }

    @Test
    void reasonsPastTheTenthAreCountedTogether() {
        var post = post(done(), POSTER);
        for (var i = 1; i <= 13; i++) {
            failed(post, i, Failure.Kind.REFUSED, "reason " + i);
        }
        failed(post, 14, Failure.Kind.REFUSED, "reason 1");

        tell.about(news, post);

        assertEquals(11, shortfalls().size());
        assertEquals(
                new PostNotice.PostReport.Shortfall(PostNotice.PostReport.Kind.REFUSED, Reason.of(Reason.Cause.OTHERS),
                        3),
                shortfalls().getFirst());
        assertEquals(14, shortfalls().stream().mapToLong(PostNotice.PostReport.Shortfall::count).sum());
    }

    private static PostState.Cancelled cancelled() {
        return new PostState.Cancelled(new Tally(3, 0), FixedClock.START, false);
    }

    /** A post that had begun to go out when it was cancelled, with that tally by now. */
    private Post stopped(Tally tally, EmailAddress... poster) {
        var post = post(new PostState.Received(), poster);
        ranges.plan(post, post.with(cancelled()), SamplePosts.freshRanges(post, 0));
        var ref = new RangeRef(news.id(), post.id(), 0);
        ranges.lease(ref, "worker", FixedClock.START, Duration.ofMinutes(5));
        ranges.advance(new Lease(ref, "worker", FixedClock.START.plusSeconds(300)),
                Checkpoint.of(SamplePosts.open("8"), tally, List.of()));
        return post.with(cancelled());
    }

    @Test
    void whoWroteAPostThatWasStoppedHearsHowFarItHadCome() {
        var post = stopped(new Tally(5, 1), POSTER);
        assertFalse(tell.about(news, post));
        clock.advance(Duration.ofMinutes(1));

        assertTrue(tell.about(news, post));
        assertFalse(tell.about(news, posts.find(post.id()).orElseThrow()));

        assertEquals(List.of(new PostNotice.PostReport(news, POSTER, news.profile().language(),
                PostNotice.PostReport.Reader.AUTHOR, "", new Result.Stopped(FixedClock.START, 5, List.of()))),
                notices.sent());
        assertEquals(cancelled().asReported(new Tally(5, 1)), now(post));
    }

    @Test
    void whoTookTheirPostBackGetsAReceiptAtOnce() {
        var post = post(new PostState.Cancelled(Tally.NONE, FixedClock.START, false), POSTER);

        assertTrue(tell.about(news, post));

        assertEquals(List.of(new PostNotice.PostReport(news, POSTER, news.profile().language(),
                PostNotice.PostReport.Reader.AUTHOR, "", new Result.NotSent(FixedClock.START))), notices.sent());
        assertEquals(new PostState.Cancelled(Tally.NONE, FixedClock.START, true), now(post));
    }

    @Test
    void whoWasPutOffWhenThePostWasStoppedIsNotSaidToBeGivenUp() {
        var post = stopped(new Tally(5, 4), POSTER);
        failed(post, 1, Failure.Kind.LATER, "mailbox full");
        failed(post, 2, Failure.Kind.WANTED, "mailbox full");
        failed(post, 3, Failure.Kind.LATER, "mailbox full");
        failed(post, 4, Failure.Kind.MAYBE_SENT, "no answer");
        clock.advance(Duration.ofMinutes(1));

        tell.about(news, post);

        assertEquals(List.of(
                new PostNotice.PostReport.Shortfall(PostNotice.PostReport.Kind.CUT_SHORT, Reason.quoted("mailbox full"),
                        3),
                new PostNotice.PostReport.Shortfall(PostNotice.PostReport.Kind.MAYBE_SENT, Reason.quoted("no answer"),
                        1)),
                shortfalls());
    }

    @Test
    void theListSaysWhoHearsOfAPostThatWasStopped() {
        var unproven = stopped(Tally.NONE);
        var unwanted = stopped(new Tally(2, 0), POSTER);
        clock.advance(Duration.ofMinutes(1));

        assertTrue(tell.about(news, unproven));
        assertTrue(tell.about(reportingTo(Dispatch.Report.NONE), unwanted));

        assertEquals(news.people().owners(),
                notices.sent(PostNotice.PostReport.class).stream().map(PostNotice.PostReport::recipient).toList());
        assertEquals(cancelled().asReported(new Tally(2, 0)), now(unwanted));
    }

    @Test
    void aReportOfAStoppedPostThatWasNotTakenComesLater() {
        var post = stopped(new Tally(5, 1), POSTER);
        clock.advance(Duration.ofMinutes(1));
        notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, () -> tell.about(news, post));
        notices.takeOnly(_ -> true);

        assertFalse(tell.about(news, post));
        assertEquals(cancelled(), now(post));
        clock.advance(Duration.ofHours(1));
        assertTrue(tell.about(news, post));

        assertEquals(1, notices.sent().size());
    }

    private MailingList reportingTo(Dispatch.Report report) {
        return news.with(new Dispatch(Duration.ZERO, QuietHours.NONE, report, true));
    }

    @Test
    void theListSaysWhoGetsTheReport() {
        tell.about(reportingTo(Dispatch.Report.OWNERS), post(done(), POSTER));

        assertEquals(news.people().owners(),
                notices.sent(PostNotice.PostReport.class).stream().map(PostNotice.PostReport::recipient).toList());
        assertEquals(PostNotice.PostReport.Reader.OWNER,
                notices.sent(PostNotice.PostReport.class).getFirst().reader());
    }

    @Test
    void aPostOfWhichNobodyIsToHearIsReportedToNobody() {
        var post = post(done(), POSTER);

        assertTrue(tell.about(reportingTo(Dispatch.Report.NONE), post));

        assertEquals(List.of(), notices.sent());
        assertEquals(done().asReported(), now(post));
    }

    private Subscriber.Confirmed member(String address, MemberSettings.OwnPosts ownPosts) {
        var member = SampleSubscribers.aMember(news.id(), address)
                .with(MemberSettings.DEFAULT.with(ownPosts));
        subscribers.create(member);
        return member;
    }

    @Test
    void anAuthorWhoWantsAReceiptGetsOneWhateverTheListSays() {
        var wants = member("wants@club.example", MemberSettings.OwnPosts.RECEIPT);
        var gets = member("gets@club.example", MemberSettings.OwnPosts.COPY);
        var gone = SampleSubscribers.aMember(news.id(), "gone@club.example");
        subscribers.create(new Subscriber.Left(news.id(), gone.person(), gone.consent(), FixedClock.START,
                LeaveWay.ONE_CLICK));
        var post = SamplePosts.aPost(news.id())
                .with(new Post.Parties(Set.of(wants.id(), gets.id(), gone.id(),
                        SampleSubscribers.aKey("5")), Set.of(), List.of()))
                .with(done());
        posts.create(post);

        tell.about(reportingTo(Dispatch.Report.NONE), post);

        assertEquals(List.of(wants.person().address()),
                notices.sent(PostNotice.PostReport.class).stream().map(PostNotice.PostReport::recipient).toList());
    }

    @Test
    void aPosterWhoWantsAReceiptTooGetsOneMail() {
        var wants = member("poster@club.example", MemberSettings.OwnPosts.RECEIPT);
        var post = SamplePosts.aPost(news.id())
                .with(new Post.Parties(Set.of(wants.id()), Set.of(), List.of(POSTER))).with(done());
        posts.create(post);

        tell.about(news, post);

        assertEquals(1, notices.sent().size());
    }

    @Test
    void aReportThatIsNeverTakenIsGivenUp() {
        var post = post(done(), POSTER);
        notices.takeOnly(_ -> false);
        for (var i = 0; i < 5; i++) {
            assertThrows(UnavailableException.class, () -> tell.about(news, post));
            clock.advance(Duration.ofHours(1));
        }
        assertFalse(tell.about(news, post));
        clock.advance(Duration.ofDays(1));
        assertThrows(UnavailableException.class, () -> tell.about(news, post));

        clock.advance(Duration.ofDays(7));
        assertTrue(tell.about(news, post));

        assertEquals(done().asReported(), now(post));
    }

    @Test
    void whoHasTheReportDoesNotGetItAgainForTheSakeOfAnother() {
        var two = reportingTo(Dispatch.Report.OWNERS).with(news.people().withOwners(
                List.of(EmailAddress.of("one@club.example"), EmailAddress.of("two@club.example"))));
        var post = post(done());
        notices.takeOnly(notice -> notice.recipient().localPart().equals("one"));
        assertThrows(UnavailableException.class, () -> tell.about(two, post));
        notices.takeOnly(_ -> true);
        clock.advance(Duration.ofHours(1));

        assertTrue(tell.about(two, post));

        assertEquals(List.of("one@club.example", "two@club.example"),
                notices.sent().stream().map(notice -> notice.recipient().ascii()).toList());
    }

    @Test
    void aLinkThatWasNotTakenComesAfterAFewMinutes() {
        var post = post(new PostState.Waiting(new MailKey("prepared/x"), PostState.Waiting.Why.UNDO,
                FixedClock.START.plusSeconds(3000), List.of()), POSTER);
        notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, () -> tell.about(news, post));
        notices.takeOnly(_ -> true);

        assertFalse(tell.about(news, post));
        clock.advance(Duration.ofMinutes(5));
        assertTrue(tell.about(news, post));

        assertEquals(1, notices.sent(PostNotice.PostWaiting.class).size());
    }

    @Test
    void aPartThatFailsAgainAndAgainIsAFaultOfOursAndTriedAgainLater() {
        var post = post(new PostState.Parked(new PostState.Sending(new MailKey("prepared/x"), 1, FixedClock.START),
                PostState.Parked.Cause.FAULT, Reason.quoted("a part of it failed"), FixedClock.START.plusSeconds(3600),
                false));
        notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, () -> tell.about(news, post));
        notices.takeOnly(_ -> true);

        assertFalse(tell.about(news, post));
        clock.advance(Duration.ofHours(1));
        assertTrue(tell.about(news, post));

        assertEquals(news.people().owners().size(), notices.sent(PostNotice.PostStuck.class).size());
        assertTrue(((PostState.Parked) now(post)).told());
    }

    /**
     * The provider that takes nothing of a post takes no notice of it either, and parks it anew every quarter of an
     * hour.
     */
    @Test
    void ownersWhomNoNoticeReachedHearOfTheStuckPostWhenItIsParkedAgain() {
        var parked = new PostState.Parked(new PostState.Sending(new MailKey("prepared/x"), 1, FixedClock.START),
                PostState.Parked.Cause.BLOCKED, Reason.quoted("SES: paused"), FixedClock.START.plusSeconds(900), false);
        var post = post(parked, POSTER);
        notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, () -> tell.about(news, post));
        notices.takeOnly(_ -> true);

        clock.advance(Duration.ofMinutes(15));
        var again = post.with(new PostState.Parked(parked.sending(), parked.cause(), parked.reason(),
                FixedClock.START.plusSeconds(1800), false));
        posts.replace(post, again);
        assertFalse(tell.about(news, again));
        clock.advance(Duration.ofMinutes(45));
        assertTrue(tell.about(news, again));

        assertEquals(news.people().owners().size(), notices.sent(PostNotice.PostStuck.class).size());
    }

    static Stream<PostState> statesThatNobodyHasToHearOf() {
        return SamplePosts.everyState(SamplePosts.aPost(SampleLists.aList().id()).id())
                .filter(state -> !(state instanceof PostState.Done done && !done.reported())
                        && !(state instanceof PostState.Cancelled cancelled && !cancelled.reported())
                        && !(state instanceof PostState.Waiting waiting && waiting.cancel().isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("statesThatNobodyHasToHearOf")
    void nobodyIsToldTwiceNorWithoutNeed(PostState state) {
        assertFalse(tell.about(news, post(state, POSTER)));

        assertEquals(List.of(), notices.sent());
    }

    @Test
    void onlyALinkToCancelOfThatVeryPostIsOurs() {
        var links = new CancelLinks(SampleSubscribers.IDS, SampleLinks.LINKS);
        var post = SamplePosts.aPost(news.id()).id();
        var link = links.of(post).toString();
        var token = ModerationToken.parse(link.substring(link.indexOf("token=") + "token=".length())).orElseThrow();

        assertTrue(links.isOurs(token));
        assertFalse(links.isOurs(new ModerationToken(post, ModerationToken.Action.SEND, token.secret())));
        assertFalse(links.isOurs(new ModerationToken(SamplePosts.aPost(news.id()).id(),
                ModerationToken.Action.CANCEL, token.secret())));
    }
}
