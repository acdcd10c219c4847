package org.clubpost.core.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.junit.jupiter.api.Test;

class TellTest {

    private static final EmailAddress POSTER = EmailAddress.of("poster@club.example");

    private final MailingList news = SampleLists.aList();
    private final FixedClock clock = new FixedClock();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final CollectingNotices notices = new CollectingNotices();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(new InMemoryLists(news));
    private final Tell tell = SampleTells.aTell(posts, subscribers, notices, clock);

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

        assertEquals(List.of(new Notice.PostReport(news, POSTER, news.profile().language(),
                Notice.PostReport.Reader.AUTHOR, "",
                new Notice.PostReport.Result(7, Duration.ofSeconds(9), List.of()))), notices.sent());
        assertEquals(done().asReported(), now(post));
    }

    @Test
    void theOwnersGetItWhenNobodyIsProven() {
        tell.about(news, post(done()));

        assertEquals(news.people().owners(),
                notices.sent(Notice.PostReport.class).stream().map(Notice.PostReport::recipient).toList());
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
                PostState.Parked.Cause.BLOCKED, "SES: paused", FixedClock.START.plusSeconds(3600), false);
        var post = post(first, POSTER);
        tell.about(news, post);
        var again = post.with(new PostState.Parked(first.sending(), first.cause(), first.reason(),
                FixedClock.START.plusSeconds(7200), false));
        posts.replace(posts.find(post.id()).orElseThrow(), again);
        clock.advance(Duration.ofHours(1));

        assertTrue(tell.about(news, again));

        assertEquals(news.people().owners().size(), notices.sent(Notice.PostStuck.class).size());
        assertTrue(((PostState.Parked) now(post)).told());
    }

    @Test
    void thePosterOfAWaitingPostGetsTheLinkOnce() {
        var waiting = new PostState.Waiting(new MailKey("prepared/x"), PostState.Waiting.Why.UNDO,
                FixedClock.START.plusSeconds(300), List.of());
        var post = post(waiting, POSTER);

        assertTrue(tell.about(news, post));
        assertFalse(tell.about(news, posts.find(post.id()).orElseThrow()));
        assertFalse(tell.about(news, post(waiting)));

        assertEquals(1, notices.sent(Notice.PostWaiting.class).size());
    }
}
