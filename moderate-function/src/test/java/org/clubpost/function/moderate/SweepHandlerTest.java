package org.clubpost.function.moderate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.admin.EraseLists;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.admin.InMemoryDeletedLists;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Tell;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.directory.CompleteDirectory;
import org.clubpost.core.directory.InMemoryDirectory;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.limit.InMemoryRecentMails;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.owners.SampleOwners;
import org.clubpost.core.post.InMemoryPostNumbers;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.InMemorySeenMails;
import org.clubpost.core.post.PostState;
import org.clubpost.core.privacy.ForgetFormer;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.InMemoryFunnel;
import org.clubpost.core.subscription.InMemorySignUpRequests;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Reception;
import org.junit.jupiter.api.Test;

class SweepHandlerTest {

    private final MailingList list = SampleLists.aList();
    private final InMemoryLists lists = new InMemoryLists(list);
    private final FixedClock clock = new FixedClock();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);
    private final InMemoryMailStore mails = new InMemoryMailStore(clock);
    private final CollectingNotices notices = new CollectingNotices();
    private final InMemoryRateLimits limits = new InMemoryRateLimits();
    private final InMemorySeenMails seen = new InMemorySeenMails();

    private final InMemorySubscribers members = new InMemorySubscribers(lists);

    private Reception reception(Notices told) {
        var people = new Tell.Way(told, limits, new CancelLinks(SampleSubscribers.IDS, SampleLinks.LINKS),
                SampleOwners.of(told, clock));
        return new Reception(new Reception.Stores(lists, members, posts, mails, seen,
                new InMemoryRecentMails(), new InMemorySignUpRequests(), Wordings.NONE, new InMemoryFunnel()),
                new Reception.Ways(new Plan(lists, posts, ranges, new CollectingQueue()),
                        new Tell(posts, ranges, members, people, clock), people),
                new Secrets(SampleSubscribers.IDS, SampleLinks.LINKS, new Random(1)),
                Preparation.rewriting(SampleLinks.LINKS, new InMemorySentIds(), new InMemoryPostNumbers()), clock);
    }

    /** A mail whose author may not post and is not proven. */
    private void receive(String name) {
        var key = MailKey.inbound(list.id(), name);
        mails.put(key, MailContent.of(("From: Sam <sam@stranger.example>\r\nTo: news@lists.example.org\r\n"
                + "Subject: " + name + "\r\nMessage-ID: <" + name + "@stranger.example>\r\n\r\nHello!\r\n")
                .getBytes(UTF_8)));
        reception(notices).receive().receive(key);
    }

    private void sweep(Notices told) {
        new SweepHandler(reception(told).sweep(), new ForgetFormer(lists, members, clock),
                List.of(new CompleteDirectory(lists, new InMemoryDirectory(members))::run,
                        new EraseLists(new InMemoryDeletedLists(new InMemoryDeletedLists.Beside(lists, members, posts,
                                new InMemoryActLog()), clock), posts, mails, clock)::run))
                .handleRequest(new ScheduledEvent(), new SampleContext());
    }

    private List<Class<?>> states() {
        return posts.of(list.id()).<Class<?>>map(post -> post.state().getClass()).toList();
    }

    @Test
    void whoLeftLongAgoIsForgottenWhateverBecomesOfThePosts() {
        var left = SampleSubscribers.aFormerMember(list.id(), "anna@club.example");
        members.create(left);
        clock.advance(Duration.ofDays(731));

        for (var hour = 0; hour < 64; hour++) {
            sweep(notices);
            clock.advance(Duration.ofHours(1));
        }

        var now = members.find(list.id(), left.id()).orElseThrow().subscriber();
        assertEquals(ForgetWay.TIME, assertInstanceOf(Subscriber.Forgotten.class, now).way());
    }

    @Test
    void postThatNobodyDecidedAboutInTimeIsLetGoAndTheOwnersAreToldOnce() {
        receive("one");
        clock.advance(Duration.ofDays(13));
        receive("two");
        sweep(notices);
        assertEquals(List.of(PostState.Held.class, PostState.Held.class), states());

        clock.advance(Duration.ofDays(1));
        sweep(notices);
        sweep(notices);

        assertEquals(List.of("one"),
                notices.sent(PostNotice.PostExpired.class).stream().map(PostNotice.PostExpired::subject).toList());
        assertEquals(List.of(PostState.Held.class, PostState.Discarded.class), states());
    }

    @Test
    void sweepThatFailsIsLeftToTheNextOne() {
        receive("one");
        clock.advance(Duration.ofDays(14));

        var failure = assertThrows(UnavailableException.class, () -> sweep(_ -> {
            throw new UnavailableException("not now", new IllegalStateException("sam@stranger.example"));
        }));
        assertNull(failure.getCause(), "the runtime would log it");
        assertInstanceOf(PostState.Held.class, posts.of(list.id()).findFirst().orElseThrow().state());
        sweep(notices);

        assertEquals(List.of(PostState.Discarded.class), states());
    }

    @Test
    void whereNothingWaitsNothingIsDone() {
        sweep(notices);

        assertEquals(List.of(), notices.sent());
    }
}
