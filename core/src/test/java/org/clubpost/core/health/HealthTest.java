package org.clubpost.core.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Rival;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.admin.ReleaseList;
import org.clubpost.core.care.ReportReturns;
import org.clubpost.core.care.SampleTells;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.health.ListHealth.Level;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.QuietHours;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;
import org.clubpost.core.suppression.Trace.Purpose;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final EmailAddress POSTER = EmailAddress.of("poster@club.example");
    private static final Actor OPERATOR = new Actor.Operator();

    private final FixedClock clock = new FixedClock();
    private final MailingList news = SampleLists.aList();
    private final EmailAddress owner = news.people().owners().getFirst();
    private final InMemoryLists lists = new InMemoryLists(news);
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);
    private final InMemoryReturns returns = new InMemoryReturns();
    private final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    private final InMemoryActLog log = new InMemoryActLog();
    private final CollectingNotices notices = new CollectingNotices();
    private final LastPosts last = new LastPosts(posts, ranges, returns);
    private final WatchHealth watch = new WatchHealth(lists, last, notices, clock);
    private final CountReturns count = new CountReturns(returns, posts, tasks, clock);
    private final ReleaseList releases = new ReleaseList(last, log, clock);
    private final ReportReturns reports = new ReportReturns(new ReportReturns.Ports(lists,
            new InMemorySubscribers(lists), posts, returns), SampleTells.aWay(notices, clock), clock);

    private static SubscriberId member(int number) {
        return new SubscriberId("%08x".formatted(number).repeat(4));
    }

    private Post post(PostState state) {
        var post = SamplePosts.aPost(news.id(), clock.instant())
                .with(new Post.Parties(Set.of(), Set.of(), List.of(POSTER))).with(state);
        posts.create(post);
        return post;
    }

    /** A post that has gone out to so many just now. */
    private Post post(int copies) {
        return post(new PostState.Done(new Tally(copies, 0), clock.instant(), clock.instant(), true));
    }

    /** A post that goes out, in one range that so many got their copies of. */
    private Post goingOut(int copies) {
        var post = post(new PostState.Received());
        var range = DeliveryRange.fresh(SamplePosts.freshRanges(post, 0).getFirst().ref(),
                SamplePosts.freshRanges(post, 0).getFirst().slice());
        ranges.plan(post, post.with(new PostState.Sending(post.id().preparedMail(), 1, clock.instant())),
                List.of(new DeliveryRange(range.ref(), range.slice(), range.progress(), new Tally(copies, 0))));
        return post;
    }

    private PostState state(Post post) {
        return posts.find(post.id()).orElseThrow().state();
    }

    private void back(Post post, int member, Returned what) {
        count.count(new Trace.Marked(post.list(), Optional.of(post.id()), member(member), Purpose.COPY),
                new Feedback("id-" + member, new Trace.Sent("x"), what));
    }

    private Returned bounce(Lasting lasting, BounceReason reason) {
        return new Returned.Bounce(lasting, reason, "", clock.instant());
    }

    private Returned gone() {
        return bounce(Lasting.PERMANENT, BounceReason.USER_UNKNOWN);
    }

    private Returned complaint() {
        return new Returned.Complaint(Returned.Complaint.Kind.ABUSE, clock.instant());
    }

    private void gone(Post post, int from, int to) {
        for (var i = from; i < to; i++) {
            back(post, i, gone());
        }
    }

    private Optional<Instant> check() {
        return watch.check(new NoteTask.CheckHealth(news.id(), clock.instant()));
    }

    private Level level() {
        check();
        return returns.health(news.id()).map(ListHealth::level).orElse(Level.GOOD);
    }

    private List<OwnerNotice.ListHealth.Level> told() {
        return notices.sent().stream().filter(OwnerNotice.ListHealth.class::isInstance)
                .map(notice -> ((OwnerNotice.ListHealth) notice).level()).toList();
    }

    @Test
    void aListOfTwentyWithOneDeadAddressIsNeverWarned() {
        for (var week = 0; week < 60; week++) {
            back(post(20), 1, gone());
            assertEquals(Level.GOOD, level());
            clock.advance(Duration.ofDays(7));
        }
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void twoWhoComplainOnASmallListAreAWarningAndThreeStopIt() {
        var post = post(20);
        back(post, 1, complaint());
        back(post, 1, complaint());
        assertEquals(Level.GOOD, level());
        back(post, 2, complaint());
        assertEquals(Level.WARNED, level());
        back(post, 3, complaint());
        assertEquals(Level.STOPPED, level());
    }

    @Test
    void aListOfAHundredAndTwentyIsWarnedOnceAndThenStopped() {
        var post = post(120);
        gone(post, 0, 4);
        assertEquals(Level.GOOD, level());
        gone(post, 0, 6);
        assertEquals(Level.WARNED, level());
        gone(post, 0, 11);
        assertEquals(Level.WARNED, level());
        assertEquals(List.of(OwnerNotice.ListHealth.Level.WARNED), told());
        gone(post, 0, 12);
        assertEquals(Level.STOPPED, level());
        assertEquals(Level.STOPPED, level());
        assertEquals(List.of(new OwnerNotice.ListHealth(news, owner, OwnerNotice.ListHealth.Level.WARNED, 120, 6, 0),
                new OwnerNotice.ListHealth(news, owner, OwnerNotice.ListHealth.Level.STOPPED, 120, 12, 0)),
                notices.sent());
    }

    @Test
    void aListOfFiveThousandIsJudgedByItsRates() {
        var post = post(5_000);
        gone(post, 0, 199);
        assertEquals(Level.GOOD, level());
        gone(post, 199, 200);
        assertEquals(Level.WARNED, level());
        gone(post, 200, 499);
        assertEquals(Level.WARNED, level());
        gone(post, 499, 500);
        assertEquals(Level.STOPPED, level());
    }

    @Test
    void complaintsOfFiveThousandAreJudgedByTheirRate() {
        var post = post(5_000);
        for (var i = 0; i < 3; i++) {
            back(post, i, complaint());
        }
        assertEquals(Level.GOOD, level());
        back(post, 3, complaint());
        assertEquals(Level.WARNED, level());
        for (var i = 4; i < 24; i++) {
            back(post, i, complaint());
        }
        assertEquals(Level.WARNED, level());
        back(post, 24, complaint());
        assertEquals(Level.STOPPED, level());
    }

    @Test
    void mailboxesThatAreFullSayNothingAboutTheList() {
        var post = post(120);
        for (var i = 0; i < 60; i++) {
            back(post, i, bounce(Lasting.TRANSIENT, BounceReason.MAILBOX_FULL));
            back(post, 60 + i, bounce(Lasting.PERMANENT, BounceReason.SUPPRESSED));
        }
        assertEquals(Level.GOOD, level());
        assertEquals(120, returns.of(news.id(), post.id()).bounced());
    }

    @Test
    void theLastThousandCopiesCountAndThoseOfThirtyDays() {
        var first = post(100);
        gone(first, 0, 20);
        for (var week = 0; week < 9; week++) {
            clock.advance(Duration.ofDays(7));
            post(100);
        }
        post(new PostState.Discarded(Reason.quoted("junk")));
        post(new PostState.Cancelled(Tally.NONE, clock.instant(), true));
        assertEquals(new Toll(1_000, 20, 0), last.verdict(news.id(), clock.instant()).toll());
        post(new PostState.Cancelled(new Tally(100, 0), clock.instant(), true));
        assertEquals(new Toll(1_000, 0, 0), last.verdict(news.id(), clock.instant()).toll());
        for (var i = 0; i < 30; i++) {
            post(100);
        }
        assertEquals(3_000 + 100 + 5 * 100, last.verdict(news.id(), clock.instant()).toll().copies());
    }

    @Test
    void aWarningEndsAfterAMonthOfGoodPosts() {
        gone(post(100), 0, 6);
        assertEquals(Level.WARNED, level());
        clock.advance(Duration.ofDays(29));
        post(5_000);
        assertEquals(Level.WARNED, level());
        clock.advance(Duration.ofDays(2));
        post(5_000);
        assertEquals(Level.GOOD, level());
        assertEquals(List.of(OwnerNotice.ListHealth.Level.WARNED), told());
    }

    @Test
    void whoeverDiesBeforeItIsToldTellsItLater() {
        gone(post(100), 0, 10);
        notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, this::check);
        notices.takeOnly(_ -> true);
        check();
        check();
        assertEquals(List.of(OwnerNotice.ListHealth.Level.STOPPED), told());
    }

    @Test
    void postsThatGoOutStopAndGoOnWhenTheListIsReleased() {
        var post = goingOut(100);
        var waiting = post(new PostState.Waiting(post.id().preparedMail(), PostState.Waiting.Why.UNDO,
                clock.instant(), List.of()));
        gone(post, 0, 20);
        assertEquals(Optional.of(clock.instant().plus(WatchHealth.AGAIN)), check());
        gone(post, 20, 120);
        assertEquals(Optional.empty(), check());
        var parked = assertInstanceOf(PostState.Parked.class, state(post));
        assertEquals(PostState.Parked.Cause.LIST_STOPPED, parked.cause());
        assertFalse(parked.isNews());
        assertInstanceOf(PostState.Waiting.class, state(waiting));
        assertTrue(returns.isHalted(news.id()));

        assertInstanceOf(Answer.Denied.class,
                releases.release(new Actor.Owner(EmailAddress.of("somebody@else.example")), news));
        assertEquals(new Answer.Allowed<>(new ReleaseList.Outcome(true, 1)), releases.release(OPERATOR, news));
        assertInstanceOf(PostState.Resumed.class, state(post));
        assertFalse(returns.isHalted(news.id()));
        assertEquals(new Answer.Allowed<>(new ReleaseList.Outcome(false, 0)), releases.release(OPERATOR, news));
        assertTrue(log.of(news.id(), Optional.empty(), 10, clock.instant()).stream()
                .anyMatch(entry -> entry.act() == Act.LIST_RELEASED));
    }

    @Test
    void whatCameBackBeforeTheReleaseDoesNotCountAndWhatComesAfterItDoes() {
        var old = post(100);
        var post = goingOut(100);
        gone(old, 0, 50);
        gone(post, 0, 100);
        check();
        clock.advance(Duration.ofMinutes(1));
        releases.release(OPERATOR, news);
        gone(old, 50, 60);
        gone(post, 100, 109);
        assertEquals(Level.GOOD, level());
        gone(post, 109, 300);
        assertEquals(Level.STOPPED, level());
    }

    @Test
    void aListFromWhichNothingCameBackHasNothingToRelease() {
        assertEquals(new Answer.Allowed<>(new ReleaseList.Outcome(false, 0)), releases.release(OPERATOR, news));
        assertEquals(Toll.NONE, last.underWay(news.id()));
        assertEquals(new Verdict(Toll.NONE, 0, 0, false), last.verdict(news.id(), clock.instant()));
        assertEquals(Optional.empty(),
                watch.check(new NoteTask.CheckHealth(new ListId("gone"), clock.instant())));
    }

    @Test
    void onlyCopiesOfPostsAreCountedAndEachMemberOnce() {
        var post = post(100);
        var trace = new Trace.Marked(news.id(), Optional.of(post.id()), member(1), Purpose.PROBE);
        count.count(trace, new Feedback("a", trace, gone()));
        count.count(new Trace.Marked(news.id(), Optional.empty(), member(1), Purpose.COPY),
                new Feedback("b", trace, gone()));
        count.count(new Trace.Marked(new ListId("chess"), Optional.of(post.id()), member(1), Purpose.COPY),
                new Feedback("c", trace, gone()));
        back(post, 1, bounce(Lasting.TRANSIENT, BounceReason.VACATION));
        back(post, 1, new Returned.Complaint(Returned.Complaint.Kind.NOT_SPAM, clock.instant()));
        assertTrue(returns.of(news.id(), post.id()).isNothing());
        assertEquals(List.of(), tasks.due(clock.instant().plus(Duration.ofDays(9)), 10));

        back(post, 1, bounce(Lasting.TRANSIENT, BounceReason.ON_HOLD));
        back(post, 1, bounce(Lasting.PERMANENT, BounceReason.EXPIRED));
        back(post, 1, bounce(Lasting.PERMANENT, BounceReason.EXPIRED));
        back(post, 2, bounce(Lasting.PERMANENT, BounceReason.AUTHENTICATION));
        assertEquals(new PostCounts(post.id(), Map.of(BounceReason.ON_HOLD, 1L, BounceReason.AUTHENTICATION, 1L), 2,
                0), returns.of(news.id(), post.id()));
        assertEquals(2, tasks.due(clock.instant().plus(Duration.ofDays(9)), 10).size());
    }

    @Test
    void onlyAPostThatWentOutAndDoesNoMoreHasAnEnd() {
        var ended = SamplePosts.everyState(SamplePosts.aPost(news.id()).id())
                .filter(state -> CountReturns.end(state).isPresent()).map(state -> state.getClass().getSimpleName())
                .distinct().toList();

        assertEquals(List.of("Done", "Cancelled"), ended);
    }

    @Test
    void whatComesBackOfAPostThatGoesOutForDaysIsStillReported() {
        var post = goingOut(10);
        clock.advance(Duration.ofDays(3));

        back(post, 1, gone());

        var due = post.id().storedAt().plus(CountReturns.DAY).truncatedTo(ChronoUnit.MILLIS);
        assertTrue(tasks.due(clock.instant(), 10).contains(new NoteTask.ReportReturns(news.id(), due, post.id())));
    }

    @Test
    void whatComesBackALongTimeAfterTheEndIsCountedAndReportedNoMore() {
        var post = post(10);
        clock.advance(Duration.ofDays(3));

        back(post, 1, gone());

        assertEquals(1, returns.of(news.id(), post.id()).refused());
        assertTrue(tasks.due(Instant.MAX, 10).stream().noneMatch(NoteTask.ReportReturns.class::isInstance));
    }

    /** A post that goes out counts some copies that are not noted yet, and one that rests does not. */
    @Test
    void copiesThatWentOutCountAndNoOthers() {
        var copies = new TreeMap<String, Set<Long>>();
        SamplePosts.everyState(SamplePosts.aPost(news.id()).id()).forEach(state -> {
            var alone = new HealthTest();
            alone.post(state);
            copies.computeIfAbsent(state.getClass().getSimpleName(), _ -> new TreeSet<>())
                    .add(alone.last.verdict(news.id(), clock.instant()).toll().copies());
        });

        assertEquals("{Cancelled=[17, 18], Discarded=[0], Done=[0, 5000000000], Held=[0], Parked=[0], Paused=[0], "
                + "Received=[0], Rejected=[0], Resumed=[1000], Sending=[1000], Waiting=[0]}", copies.toString());
    }

    @Test
    void postThatSomebodyCancelsAtTheLastMomentDoesNotGoOn() {
        var post = goingOut(100);
        gone(post, 0, 120);
        check();
        var cancelled = new PostState.Cancelled(new Tally(100, 0), clock.instant(), false);
        var rival = new Rival("replace", () -> {
            var read = posts.find(post.id()).orElseThrow();
            assertTrue(posts.replace(read, read.with(cancelled)));
        });
        var hasty = new ReleaseList(new LastPosts(rival.of(Posts.class, posts), ranges, returns), log, clock);

        assertEquals(new Answer.Allowed<>(new ReleaseList.Outcome(true, 0)), hasty.release(OPERATOR, news));

        assertEquals(cancelled, state(post));
    }

    @Test
    void postThatRestsForAnotherReasonRestsOnWhenTheListIsReleased() {
        var post = goingOut(100);
        gone(post, 0, 120);
        check();
        var limited = SamplePosts.everyState(post.id()).filter(PostState.Parked.class::isInstance)
                .filter(state -> !((PostState.Parked) state).isWithList()).findFirst().orElseThrow();
        var other = post(limited);

        assertEquals(new Answer.Allowed<>(new ReleaseList.Outcome(true, 1)), releases.release(OPERATOR, news));

        assertEquals(limited, state(other));
    }

    @Test
    void listThatIsJudgedTwiceAtOnceIsWarnedOnce() {
        gone(post(120), 0, 6);
        var rival = new Rival("replace", this::check);
        var slower = new WatchHealth(lists, new LastPosts(posts, ranges, rival.of(Returns.class, returns)), notices,
                clock);

        slower.check(new NoteTask.CheckHealth(news.id(), clock.instant()));

        assertEquals(List.of(OwnerNotice.ListHealth.Level.WARNED), told());
    }

    @Test
    void whatIsKnownOfAListIsReadAsItWasWritten() {
        var untold = ListHealth.good(news.id()).with(Level.WARNED, clock.instant());
        for (var health : List.of(ListHealth.good(news.id()), untold, untold.asTold(),
                untold.released(new Toll(1_000, 20, 3), clock.instant()))) {
            assertEquals(health, ListHealth.of(news.id(), health.written()));
        }
        assertFalse(untold.told());
    }

    private Optional<Instant> report(Post post) {
        return reports.look(new NoteTask.ReportReturns(news.id(), clock.instant(), post.id()));
    }

    private static PostNotice.PostReturns.Returned returned(BounceReason reason, long count) {
        return new PostNotice.PostReturns.Returned(reason, count);
    }

    @Test
    void theAuthorHearsAfterADayWhatCameBackAndOnce() {
        var post = post(212);
        back(post, 1, gone());
        back(post, 2, bounce(Lasting.TRANSIENT, BounceReason.MAILBOX_FULL));
        back(post, 3, bounce(Lasting.TRANSIENT, BounceReason.MAILBOX_FULL));
        assertEquals(Optional.of(clock.instant().plus(Duration.ofDays(1))), report(post));
        clock.advance(Duration.ofDays(1));
        notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, () -> report(post));
        notices.takeOnly(_ -> true);
        assertEquals(Optional.empty(), report(post));
        assertEquals(Optional.empty(), report(post));
        assertEquals(List.of(new PostNotice.PostReturns(news, POSTER, news.profile().language(),
                PostNotice.PostReport.Reader.AUTHOR, post.headline().subject(), post.id().value(), 212,
                List.of(returned(BounceReason.MAILBOX_FULL, 2), returned(BounceReason.USER_UNKNOWN, 1)), 0)),
                notices.sent());
    }

    @Test
    void whatIsOurFaultIsToldToTheOwnersAsWell() {
        var post = post(212);
        back(post, 1, bounce(Lasting.PERMANENT, BounceReason.TOO_LARGE));
        lists.replace(news, news.with(new Dispatch(Duration.ZERO, QuietHours.NONE, Dispatch.Report.NONE, true)));
        clock.advance(Duration.ofDays(1));
        report(post);
        assertEquals(List.of(POSTER, owner), notices.sent().stream().map(Notice::recipient).toList());
    }

    @Test
    void nothingIsReportedWhenNothingCameBackOrItIsTooLate() {
        var silent = post(212);
        var late = post(212);
        back(late, 1, gone());
        clock.advance(Duration.ofDays(1));
        assertEquals(Optional.empty(), report(silent));
        clock.advance(Duration.ofDays(8));
        assertEquals(Optional.empty(), report(late));
        assertEquals(Optional.empty(), reports.look(new NoteTask.ReportReturns(new ListId("gone"), clock.instant(),
                late.id())));
        back(late, 2, gone());
        assertEquals(List.of(), notices.sent());
    }

    @Test
    void aPostThatStillGoesOutIsReportedLater() {
        var post = goingOut(10);
        back(post, 1, gone());
        clock.advance(Duration.ofDays(1));
        assertEquals(Optional.of(clock.instant().plus(Duration.ofDays(1))), report(post));
        var read = posts.find(post.id()).orElseThrow();
        posts.replace(read, read.with(new PostState.Cancelled(new Tally(10, 0), clock.instant(), true)));
        clock.advance(Duration.ofDays(1));
        back(post, 2, complaint());
        assertEquals(Optional.empty(), report(post));
        assertEquals(1, notices.sent().size());
    }
}
