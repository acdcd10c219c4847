package org.clubpost.core.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.directory.InMemoryMemberTexts;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Membership.Newcomer;

/** One list with its owner, and everything that may be done there, in memory. */
final class Office {

    static final Actor OWNER = new Actor.Owner(EmailAddress.of("owner@club.example"));
    static final Actor STRANGER = new Actor.Owner(EmailAddress.of("somebody@else.example"));
    static final Actor OPERATOR = new Actor.Operator();
    static final EmailAddress ANNA = EmailAddress.of("anna@club.example");

    final FixedClock clock = new FixedClock();
    final InMemoryActLog log = new InMemoryActLog();
    final InMemoryLists lists = new InMemoryLists(log, clock);
    final InMemorySubscribers subscribers = new InMemorySubscribers(lists, log, clock);
    final InMemoryPosts posts = new InMemoryPosts(log, clock);
    final MailingList list = SampleLists.aList();
    final RunLists runLists = new RunLists(lists, log);
    final KeepMembers keep = new KeepMembers(subscribers, SampleSubscribers.IDS, log, clock);
    final SteerPosts steer = new SteerPosts(lists, posts, new InMemoryRanges(posts), clock);
    final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    final InMemoryDeletedLists deleted = new InMemoryDeletedLists(
            new InMemoryDeletedLists.Beside(lists, subscribers, posts, log), clock);
    final Leftovers leftovers = new Leftovers(new Leftovers.Ports(lists, deleted, subscribers, posts,
            new InMemoryRanges(posts), log, tasks), clock);
    final InMemoryMemberTexts texts = new InMemoryMemberTexts();
    final CollectingNotices peopleNews = new CollectingNotices();
    final Appoint appoint = new Appoint(new Appoint.Ports(lists, log, peopleNews, SampleLinks.LINKS,
            new InMemoryRateLimits(), SampleSubscribers.IDS), clock);
    final Undo undo = new Undo(new Undo.Ports(lists, subscribers, texts, posts, log, appoint.keep()),
            SampleSubscribers.IDS, clock);
    final History history = new History(subscribers, log);

    Office() {
        lists.create(list);
        tick();
    }

    /** A minute goes by. */
    void tick() {
        clock.advance(Duration.ofMinutes(1));
    }

    static <T> T done(Answer<T> answer) {
        return answer.orElseThrow(missing -> new IllegalStateException("denied: " + missing));
    }

    static Newcomer newcomer(String address) {
        return new Newcomer(EmailAddress.of(address), PersonName.NONE);
    }

    static SubscriberId id(EmailAddress address) {
        return SampleSubscribers.IDS.of(address);
    }

    Subscriber find(EmailAddress address) {
        return subscribers.find(list.id(), id(address)).orElseThrow().subscriber();
    }

    void change(Subscriber changed) {
        tick();
        if (!subscribers.replace(subscribers.find(list.id(), changed.id()).orElseThrow(), changed)) {
            throw new AssertionError("not changed");
        }
    }

    /** The list's log, newest first. */
    List<LogEntry> log() {
        return log.of(list.id(), Optional.empty(), 1_000, clock.instant());
    }

    List<Act> acts() {
        return log().stream().map(LogEntry::act).toList();
    }

    Undo.Outcome undoLatest(Actor actor) {
        var latest = log().getFirst().id();
        tick();
        return undo.undo(actor, list.id(), latest);
    }
}
