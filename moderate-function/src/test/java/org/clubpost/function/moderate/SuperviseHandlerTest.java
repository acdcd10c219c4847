package org.clubpost.function.moderate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Recovery;
import org.clubpost.core.care.Supervise;
import org.clubpost.core.care.Tell;
import org.clubpost.core.care.UnreceivedEvents;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.limit.InMemoryRecentMails;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.note.CarryNotes;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.note.MailedNotes;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.owners.InMemoryGatheredNews;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.InMemoryPostNumbers;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.InMemorySeenMails;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.store.StoredMail;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscription.InMemoryFunnel;
import org.clubpost.core.subscription.InMemorySignUpRequests;
import org.clubpost.core.subscription.MemberLetters;
import org.clubpost.core.subscription.SignUpDesk;
import org.clubpost.mail.receive.Preparation;
import org.clubpost.mail.receive.Reception;
import org.junit.jupiter.api.Test;

/** What supervise does about mails that were not taken in. */
class SuperviseHandlerTest {

    private final MailingList list = SampleLists.aList();
    private final InMemoryLists lists = new InMemoryLists(list);
    private final FixedClock clock = new FixedClock();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);
    private final InMemoryMailStore mails = new InMemoryMailStore(clock);
    private final List<MailKey> broken = new ArrayList<>();
    private final List<MailKey> deadly = new ArrayList<>();
    private final List<UnreceivedEvents.Event> events = new ArrayList<>();
    private final SuperviseHandler handler = handler();

    /** The mails, of which some cannot be read. */
    private final class Unreliable implements MailStore {

        @Override
        public void put(MailKey key, MailContent content) {
            mails.put(key, content);
        }

        @Override
        public Optional<StoredMail> find(MailKey key) {
            if (broken.contains(key)) {
                throw new UnavailableException("broken");
            }
            if (deadly.contains(key)) {
                throw new OutOfMemoryError("too big");
            }
            return mails.find(key);
        }

        @Override
        public void remove(MailKey key) {
            throw new UnsupportedOperationException("not asked for here");
        }

        @Override
        public Stream<MailKey> keys(String prefix) {
            return mails.keys(prefix);
        }
    }

    /** The events that were given up. */
    private final class Given implements UnreceivedEvents {

        @Override
        public List<Event> some() {
            return List.copyOf(events);
        }

        @Override
        public void remove(Event event) {
            events.remove(event);
        }
    }

    private SuperviseHandler handler() {
        var members = new InMemorySubscribers(lists);
        var notices = new CollectingNotices();
        var limits = new InMemoryRateLimits();
        var owners = new Owners(notices, limits, new InMemoryGatheredNews(), clock);
        var people = new Tell.Way(notices, limits,
                new CancelLinks(SampleSubscribers.IDS, SampleLinks.LINKS), owners);
        var plan = new Plan(lists, posts, ranges, new CollectingQueue());
        var tell = new Tell(posts, ranges, members, people, clock);
        var reception = new Reception(
                new Reception.Stores(lists, members, posts, new Unreliable(), new InMemorySeenMails(),
                        new InMemoryRecentMails(), new InMemorySignUpRequests(), Wordings.NONE, new InMemoryFunnel()),
                new Reception.Ways(plan, tell, people),
                new Secrets(SampleSubscribers.IDS, SampleLinks.LINKS, new Random(1)),
                Preparation.rewriting(SampleLinks.LINKS, new InMemorySentIds(), new InMemoryPostNumbers()), clock);
        var notes = new MailedNotes(members, people.notices(), people.limits(), SampleLinks.LINKS, clock);
        var desk = new SignUpDesk(lists, members, people.notices(), clock);
        return new SuperviseHandler(new Supervise(lists, posts, plan, tell, clock),
                List.of(desk.answers::tend,
                        new CarryNotes(lists, members, new InMemoryNoteTasks(),
                                new CarryNotes.Way(notes, people.notices(), people.limits(),
                                        new MemberLetters(lists, members, people.limits(),
                                                new MemberLetters.Way(people.notices(), SampleLinks.LINKS, desk.share,
                                                        people.owners()),
                                                clock)),
                                clock)::run),
                new TakeUpMails(
                        new Recovery(lists, posts, new Recovery.Limits(10, Duration.ofSeconds(20)), clock),
                        reception.receive(), new Given(), clock));
    }

    private MailKey store(String name) {
        var key = MailKey.inbound(list.id(), name);
        mails.put(key, MailContent.of(("From: Sam <sam@stranger.example>\r\nTo: news@lists.example.org\r\n"
                + "Subject: " + name + "\r\nMessage-ID: <" + name + "@stranger.example>\r\n\r\nHello!\r\n")
                .getBytes(UTF_8)));
        return key;
    }

    private MailKey stuck(String name) {
        var key = store(name);
        posts.create(Post.unread(PostId.of(clock.instant(), key), list.id(), key));
        return key;
    }

    private void run() {
        handler.handleRequest(new ScheduledEvent(), new SampleContext());
    }

    private List<Class<?>> states() {
        return posts.of(list.id()).<Class<?>>map(post -> post.state().getClass()).sorted(
                Comparator.comparing(Class::getSimpleName)).toList();
    }

    @Test
    void mailThatStayedReceivedIsTakenUpInTheFirstRunOfAQuarter() {
        stuck("one");
        clock.advance(Duration.ofMinutes(20));

        run();

        assertEquals(List.of(PostState.Held.class), states());
    }

    @Test
    void mailThatFailsKeepsNoOtherFromBeingTakenUpAndIsTriedAgainInTheNextQuarter() {
        broken.add(stuck("one"));
        stuck("two");
        clock.advance(Duration.ofMinutes(20));
        run();
        assertEquals(List.of(PostState.Held.class, PostState.Received.class), states());
        broken.clear();

        run();
        assertEquals(List.of(PostState.Held.class, PostState.Received.class), states());
        clock.advance(Recovery.PERIOD);
        run();

        assertEquals(List.of(PostState.Held.class, PostState.Held.class), states());
    }

    @Test
    void postThatEndsTheProcessKeepsNoEventAndNoOtherPostFromBeingDone() {
        deadly.add(stuck("deadly"));
        stuck("good");
        events.add(new UnreceivedEvents.Event("a", List.of(store("given-up"))));
        clock.advance(Recovery.PERIOD);

        assertThrows(OutOfMemoryError.class, this::run);
        assertEquals(List.of(), events);
        for (var round = 0; round < 10; round++) {
            clock.advance(Recovery.PERIOD);
            assertThrows(OutOfMemoryError.class, this::run);
        }

        assertEquals(List.of(PostState.Held.class, PostState.Held.class, PostState.Received.class), states());
    }

    @Test
    void eventIsRemovedWhenAllItsMailsAreTakenIn() {
        var first = store("one");
        var second = store("two");
        broken.add(second);
        events.add(new UnreceivedEvents.Event("a", List.of(first, second)));
        events.add(new UnreceivedEvents.Event("b", List.of(first)));
        events.add(new UnreceivedEvents.Event("unreadable", List.of()));
        clock.advance(Recovery.PERIOD);
        run();
        assertEquals(List.of("a", "unreadable"), events.stream().map(UnreceivedEvents.Event::handle).toList());
        assertEquals(List.of(PostState.Held.class), states());
        broken.clear();
        clock.advance(Recovery.PERIOD);

        run();

        assertEquals(List.of("unreadable"), events.stream().map(UnreceivedEvents.Event::handle).toList());
        assertEquals(List.of(PostState.Held.class, PostState.Held.class), states());
    }
}
