package org.clubpost.aws.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.aws.cloudevent.CloudEvents;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.moto.MotoQueue;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.aws.moto.MotoTopic;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.event.EventKind;
import org.clubpost.core.event.PublishEvents;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.NoteRules;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.CarryNotes;
import org.clubpost.core.note.Note;
import org.clubpost.core.note.NoteWords;
import org.clubpost.core.note.Notes.Reach;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.Subscription;

/** moto takes it that everybody agrees at once, and reaches neither mail nor phones; queues stand for them. */
class SnsNotesIT {

    private static final Notification MAIL = new Notification.ByMail();
    private static final Notification PHONE = new Notification.ByPhone(new PhoneNumber("+493012345678"));
    private static final NoteWords WORDS = (list, note) -> switch (note) {
        case Note.NewPost _ -> new NoteWords.Words("New post", "A new post is out.");
        case Note.Welcome _ -> new NoteWords.Words("Welcome", "Welcome.");
    };

    private final FixedClock clock = new FixedClock();
    private final MailingList list = SampleLists.aList(SampleLists.freshListId())
            .with(new NoteRules(NoteRules.Ways.PHONE, List.of(new CountryCode("+49")), 100));
    @AutoClose
    private final MotoTopic topic = MotoTopic.named("clubpost-" + list.id() + "-notes");
    @AutoClose
    private final MotoTopic events = MotoTopic.create();
    @AutoClose
    private final MotoQueue everything = MotoQueue.create();
    @AutoClose
    private final MotoQueue other = MotoQueue.create();
    @AutoClose
    private final MotoTable table = MotoTable.create();
    private final DynamoTable ports = new DynamoTable(table.client(), table.name(),
            new Recorder(Recording.ADDRESSES, clock));
    private final SnsNotes notes = new SnsNotes(topic.client(),
            topic.arn().substring(0, topic.arn().length() - (list.id() + "-notes").length()), ports.reached(), WORDS);
    private final CarryNotes carry = new CarryNotes(ports.lists(), ports.subscribers(), ports.noteTasks(),
            new CarryNotes.Way(notes, new CollectingNotices(), ports.rateLimits(), _ -> Optional.empty()), clock);
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(list.id(), "anna.secret@club.example")
            .with(new PersonName("Anna Secret"));

    private static Subscriber.Confirmed wanting(Subscriber.Confirmed member, Notification notification) {
        return member.with(member.settings().with(notification));
    }

    private List<Subscription> subscriptions() {
        return topic.client().listSubscriptionsByTopic(request -> request.topicArn(topic.arn())).subscriptions()
                .stream().filter(each -> !each.protocol().equals("sqs")).toList();
    }

    private Set<String> reached() {
        return subscriptions().stream().map(each -> each.protocol() + " " + each.endpoint())
                .collect(Collectors.toSet());
    }

    private String filter(Subscription subscription) {
        return topic.client().getSubscriptionAttributes(
                request -> request.subscriptionArn(subscription.subscriptionArn())).attributes()
                .getOrDefault("FilterPolicy", "none");
    }

    private static String forReader(SubscriberId reader, String all) {
        return "{\"to\": [\"" + all + "\", \"" + reader.hex() + "\"]}";
    }

    private void replace(Subscriber changed) {
        assertTrue(ports.subscribers().replace(
                ports.subscribers().find(list.id(), changed.id()).orElseThrow(), changed));
    }

    private void move(Subscriber.Confirmed member, String address) {
        ports.subscribers().create(member);
        var stored = ports.subscribers().find(list.id(), member.id()).orElseThrow();
        var person = SampleSubscribers.aMember(list.id(), address).person();
        assertTrue(ports.subscribers().move(stored, Optional.empty(),
                member.at(person, new Move(member.id(), clock.instant()), Optional.empty())));
    }

    @Test
    void followingTwiceIsOneSubscriptionAndAnotherChoiceTakesItsPlace() {
        assertEquals(Reach.NEW, notes.follow(list, wanting(anna, MAIL)));
        assertEquals(Reach.NEW, notes.follow(list, wanting(anna, MAIL)));
        assertEquals(Set.of("email anna.secret@club.example"), reached());
        assertEquals(1, subscriptions().size());
        assertEquals(0, notes.phones(list.id()));

        assertEquals(Reach.NEW, notes.follow(list, wanting(anna, PHONE)));

        assertEquals(Set.of("sms +493012345678"), reached());
        assertEquals(1, notes.phones(list.id()));
        assertTrue(notes.unfollow(list.id(), anna.id()));
        assertTrue(notes.unfollow(list.id(), anna.id()));
        assertEquals(Set.of(), reached());
        assertEquals(0, notes.phones(list.id()));
    }

    @Test
    void whoEndedItByTheLinkInAMailIsNotSubscribedAnew() {
        notes.follow(list, wanting(anna, MAIL));
        topic.client().unsubscribe(
                request -> request.subscriptionArn(subscriptions().getFirst().subscriptionArn()));

        assertEquals(Reach.NEVER, notes.follow(list, wanting(anna, MAIL)));

        assertEquals(Set.of(), reached());
    }

    @Test
    void whatIsForAllReachesAllAndAWelcomeOnlyItsReader() {
        var ben = SampleSubscribers.aMember(list.id(), "ben@club.example");
        notes.follow(list, wanting(anna, MAIL));
        notes.follow(list, wanting(ben, PHONE));
        var filters = subscriptions().stream().map(this::filter).collect(Collectors.toSet());
        assertEquals(Set.of(forReader(anna.id(), SnsNotes.MAIL), forReader(ben.id(), SnsNotes.PHONES)), filters);
        topic.subscribe(everything, forReader(anna.id(), SnsNotes.MAIL));
        topic.subscribe(other, forReader(ben.id(), SnsNotes.PHONES));
        var post = SamplePosts.aPost(list.id()).id();

        notes.publish(list, new Note.Welcome(anna.id()));
        notes.publish(list, new Note.NewPost(post, false));
        notes.publish(list, new Note.NewPost(post, true));

        assertEquals(List.of("A new post is out.", "A new post is out.", "Welcome."),
                everything.everything().stream().sorted().toList());
        assertEquals(List.of("A new post is out."), other.everything());
        assertEquals(Reach.KNOWN, notes.follow(list, wanting(anna, MAIL)));
    }

    @Test
    void withoutATopicPeopleWaitAndNothingElseHappens() {
        topic.remove();

        assertEquals(Reach.LATER, notes.follow(list, wanting(anna, MAIL)));
        notes.publish(list, new Note.Welcome(anna.id()));
        assertTrue(notes.unfollow(list.id(), anna.id()));
    }

    /** Whatever happens to members and posts: their topic says that a post is out, and welcome; no more. */
    @Test
    void noEventAboutMembersReachesTheMembersTopic() {
        topic.subscribe(everything, "{}");
        events.subscribe(other, "{}");
        ports.lists().create(list);
        ports.subscribers().create(anna);
        replace(wanting(anna, MAIL));
        var ben = wanting(SampleSubscribers.aMember(list.id(), "ben@club.example"), PHONE);
        ports.subscribers().createAll(list.id(), List.of(ben));
        replace(new Subscriber.Left(list.id(), ben.person(), ben.consent(), clock.instant(), LeaveWay.PAGE));
        var cleo = SampleSubscribers.aMember(list.id(), "cleo@club.example");
        ports.subscribers().create(cleo);
        replace(Subscriber.Removed.of(cleo, clock.instant(), new Actor.Operator()));
        var emil = SampleSubscribers.aMember(list.id(), "emil@club.example");
        ports.subscribers().create(emil);
        replace(Subscriber.Suppressed.of(emil, clock.instant(), new Stopped.Complaint()));
        move(SampleSubscribers.aMember(list.id(), "dora@club.example"), "dora.new@club.example");
        for (var state : SamplePosts.everyState(SamplePosts.aPost(list.id()).id()).toList()) {
            var post = SamplePosts.aPost(list.id());
            ports.posts().create(post);
            ports.posts().replace(post, post.with(state));
        }
        var done = SamplePosts.everyState(SamplePosts.aPost(list.id()).id())
                .filter(PostState.Done.class::isInstance).count();

        carry.run();
        new PublishEvents(ports.events(), new SnsEventChannel(events.client(), events.arn(),
                new CloudEvents(URI.create("https://join.club.example")))).publish();
        carry.run();

        var said = everything.everything();
        assertEquals(Set.of("A new post is out.", "Welcome."), Set.copyOf(said));
        assertEquals(done + 1, said.size(), "once for each post, and one who stayed is welcomed");
        var kinds = other.everything().stream().map(json -> json.replaceAll(".*\"org\\.clubpost\\.([a-z.]+)\".*", "$1"))
                .collect(Collectors.toSet());
        assertEquals(Set.of(EventKind.values()).stream().map(EventKind::code).collect(Collectors.toSet()), kinds,
                "every kind of event did happen");
        assertEquals(List.of(), ports.noteTasks().due(clock.instant().plusSeconds(1_000_000), 100));
        assertEquals(Set.of("email anna.secret@club.example"), reached());
        assertFalse(said.toString().contains("ecret"));
    }
}
