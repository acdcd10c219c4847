package org.clubpost.core.feedback;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.Rival;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.feedback.TakeFeedback.Outcome;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.note.NoteRecorder;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.owners.InMemoryGatheredNews;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.post.Tally;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;
import org.clubpost.core.suppression.Trace.Purpose;

/** A club with two lists, whose mails come back, with everything in memory. */
final class Club {

    static final String ANNA = "anna@mail.example";

    final FixedClock clock = new FixedClock();
    final MailingList news = SampleLists.aList("news");
    final MailingList chess = SampleLists.aList("chess");
    final InMemoryLists lists = new InMemoryLists(news, chess);
    final InMemoryActLog log = new InMemoryActLog();
    final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    final Subscribers subscribers = noting(new InMemorySubscribers(lists, log, clock));
    final InMemoryPosts posts = new InMemoryPosts();
    final InMemoryBounces bounces = new InMemoryBounces();
    final InMemorySentIds sentIds = new InMemorySentIds();
    final CollectingNotices notices = new CollectingNotices();
    final InMemoryGatheredNews gathered = new InMemoryGatheredNews();
    final Owners owners = new Owners(notices, new InMemoryRateLimits(), gathered, clock);
    final List<EmailAddress> takenOff = new ArrayList<>();
    final List<NoteTask.Letter> otherLetters = new ArrayList<>();
    final List<String> counted = new ArrayList<>();

    /** As the databases do it: what is to be done because of a change is added in the same step. */
    private Subscribers noting(Subscribers actual) {
        return (Subscribers) Proxy.newProxyInstance(Subscribers.class.getClassLoader(),
                new Class<?>[]{Subscribers.class}, (_, method, arguments) -> {
                    try {
                        var result = method.invoke(actual, arguments);
                        if (method.getName().equals("by")) {
                            return noting((Subscribers) result);
                        }
                        if (method.getName().equals("replace") && Boolean.TRUE.equals(result)) {
                            tasks.add(new NoteRecorder(clock).changed(((Stored) arguments[0]).subscriber(),
                                    (Subscriber) arguments[1]));
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    TakeFeedback taking(Life life) {
        return taking(life.of(Subscribers.class, subscribers), life.of(Bounces.class, bounces),
                life.of(NoteTasks.class, tasks));
    }

    /** Takes what came back while somebody else does that before the next change of a subscriber. */
    TakeFeedback taking(Rival rival) {
        return taking(rival.of(Subscribers.class, subscribers), bounces, tasks);
    }

    /** The same before the next change of what is known to have come back. */
    TakeFeedback takingWhile(Runnable meanwhile) {
        return taking(subscribers, new Rival("apply", meanwhile).of(Bounces.class, bounces), tasks);
    }

    private TakeFeedback taking(Subscribers toSubscribers, Bounces toBounces, NoteTasks toTasks) {
        return new TakeFeedback(new TakeFeedback.Ports(lists, toSubscribers, posts, toBounces, sentIds, toTasks),
                owners, (_, feedback) -> counted.add(feedback.id()), clock);
    }

    LookAfter caring(Life life) {
        return caring(life.of(Subscribers.class, subscribers), life.of(Bounces.class, bounces),
                life.of(Notices.class, notices));
    }

    private LookAfter caring(Subscribers toSubscribers, Bounces toBounces, Notices toNotices) {
        return new LookAfter(task -> {
            otherLetters.add(task);
            return Optional.empty();
        }, new LookAfter.Ports(lists, toSubscribers, toBounces),
                new LookAfter.Way(toNotices, SampleLinks.LINKS, owners, takenOff::add), clock);
    }

    Outcome take(Feedback feedback) {
        return taking(Life.eternal()).take(feedback);
    }

    /** Does what is due by now, as it is done every minute. */
    void tend() {
        tend(Life.eternal());
    }

    void tend(Life life) {
        tend(caring(life));
    }

    /** The same, while something happens just before the next note of what came back is written. */
    void tendWhile(Runnable meanwhile) {
        tend(caring(subscribers, new Rival("replace", meanwhile).of(Bounces.class, bounces), notices));
    }

    /** The same, while something happens just before the next change of a subscriber. */
    void tendWhileChanging(Runnable meanwhile) {
        tend(caring(new Rival("replace", meanwhile).of(Subscribers.class, subscribers), bounces, notices));
    }

    private void tend(LookAfter caring) {
        for (var task : tasks.due(clock.instant(), 1_000)) {
            if (task instanceof NoteTask.MailFails mine) {
                caring.write(mine).ifPresent(again -> tasks.add(List.of(mine.at(again))));
                tasks.remove(List.of(task));
            }
        }
    }

    /** Lets time pass, and does what is due in each hour of it. */
    void pass(Duration time) {
        var end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.advance(Duration.ofHours(1));
            tend();
        }
    }

    static SubscriberId key(String address) {
        return SampleSubscribers.IDS.of(EmailAddress.of(address));
    }

    Subscriber.Confirmed join(MailingList list, String address) {
        var member = SampleSubscribers.aMember(list.id(), address);
        subscribers.create(member);
        return member;
    }

    Subscriber find(ListId list, String address) {
        return subscribers.find(list, key(address)).orElseThrow().subscriber();
    }

    BounceRecord record(ListId list, String address) {
        return bounces.find(list, key(address)).orElseThrow();
    }

    int quarters(ListId list, String address) {
        return bounces.find(list, key(address)).map(BounceRecord::points).orElse(List.of()).stream()
                .mapToInt(Point::quarters).sum();
    }

    /** Somebody else makes that of a subscriber. */
    void change(Subscriber changed) {
        if (!subscribers.replace(subscribers.find(changed.list(), changed.id()).orElseThrow(), changed)) {
            throw new AssertionError("not changed");
        }
    }

    /** A post that has gone out to everybody just now. */
    PostId post(MailingList list) {
        var post = SamplePosts.aPost(list.id(), clock.instant())
                .with(new PostState.Done(new Tally(1, 0), clock.instant(), clock.instant(), true));
        posts.create(post);
        return post.id();
    }

    private int number;

    Feedback bounce(MailingList list, String address, Lasting lasting, BounceReason reason) {
        return bounce(list, address, Purpose.COPY, new Returned.Bounce(lasting, reason, "5.1.1", clock.instant()));
    }

    Feedback bounce(MailingList list, String address, Purpose purpose, Returned what) {
        var post = purpose == Purpose.COPY
                ? Optional.of(SamplePosts.aPost(list.id(), clock.instant()).id())
                : Optional.<PostId>empty();
        return new Feedback("id-" + ++number, new Trace.Marked(list.id(), post, key(address), purpose), what);
    }

    Feedback gone(MailingList list, String address) {
        return bounce(list, address, Lasting.PERMANENT, BounceReason.USER_UNKNOWN);
    }

    Feedback full(MailingList list, String address) {
        return bounce(list, address, Lasting.TRANSIENT, BounceReason.MAILBOX_FULL);
    }

    Feedback probe(MailingList list, String address, Lasting lasting, BounceReason reason) {
        return bounce(list, address, Purpose.PROBE, new Returned.Bounce(lasting, reason, "", clock.instant()));
    }

    Feedback complaint(MailingList list, String address, Returned.Complaint.Kind kind) {
        return bounce(list, address, Purpose.COPY, new Returned.Complaint(kind, clock.instant()));
    }

    /** What owners are told, or will be, as kinds. */
    List<News.Kind> told() {
        return gathered.all().stream().map(News::kind).toList();
    }

    Instant now() {
        return clock.instant();
    }
}
