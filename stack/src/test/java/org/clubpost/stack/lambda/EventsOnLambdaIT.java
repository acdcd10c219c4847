package org.clubpost.stack.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.aws.moto.MotoQueue;
import org.clubpost.aws.moto.MotoTopic;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.event.EventKind;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.event.Recording;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Membership;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions record events where the stack wants them, and the one that runs every minute publishes them. */
class EventsOnLambdaIT {

    private static final String ANNA = "anna@club.example";

    @TempDir
    private Path folder = Path.of("");
    private Cloud cloud;
    private MailingList news;
    private MotoTopic topic;
    private MotoQueue everything;
    private MotoQueue posts;

    @BeforeEach
    void open() {
        cloud = new Cloud();
        news = cloud.create(SampleLists.aList());
        topic = MotoTopic.create();
        everything = MotoQueue.create();
        posts = MotoQueue.create();
        topic.subscribe(everything, "{}");
        topic.subscribe(posts, "{\"type\": [\"org.clubpost.post.sent\"]}");
    }

    @AfterEach
    void close() {
        posts.close();
        everything.close();
        topic.close();
        cloud.close();
    }

    private RunningFunction start(String name) {
        return RunningFunction.start(name, folder, cloud);
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> types(List<String> events) {
        return events.stream().map(event -> tree(event).path("type").asText()).collect(Collectors.toSet());
    }

    private void joinsAndLeaves() {
        try (var subscribe = start("SubscribeFunction");
                var answers = start("AnswerFunction");
                var confirm = start("ConfirmFunction");
                var unsubscribe = start("UnsubscribeFunction")) {
            subscribe.answer(Events.form("/subscribe", "list=news&email=anna%40club.example&name=Anna"));
            answers.answer(Events.asked());
            var confirmation = "token=" + cloud.token(ANNA, "/confirm");
            confirm.answer(Events.form("/confirm", confirmation));
            confirm.answer(Events.form("/confirm", confirmation));
            var leave = cloud.membershipToken(LinkPurpose.ONE_CLICK, news, ANNA);
            unsubscribe.answer(Events.form("/unsubscribe?token=" + leave, "List-Unsubscribe=One-Click"));
            unsubscribe.answer(Events.form("/unsubscribe?token=" + leave, "List-Unsubscribe=One-Click"));
        }
    }

    private void posts() {
        cloud.store("inbound/news/held", InboundMail.from("stranger@elsewhere.example"));
        cloud.store("inbound/news/sent", InboundMail.from("owner@club.example"));
        try (var receive = start("ReceiveFunction"); var deliver = start("DeliverFunction")) {
            receive.answer(Events.stored("inbound/news/held", "inbound/news/sent"));
            deliver.answer(Events.queued(cloud.queued()));
        }
    }

    /** What ./clubpost members add and rm do with --stack. */
    private void ownersAddAndRemove() {
        var table = new DynamoTable(cloud.dynamoDb(), cloud.tableName(),
                new Recorder(Recording.KEYS, InstantSource.system()));
        var membership = new Membership(table.subscribers(), new SubscriberIds(cloud.installationSecret()));
        cloud.join(news, "ben@club.example");
        var dora = SampleSubscribers.aMember(news.id(), "dora@club.example");
        var moved = SampleSubscribers.aMember(news.id(), "dora.new@club.example").person();
        // Before events are recorded, so that the move alone tells of her.
        new DynamoTable(cloud.dynamoDb(), cloud.tableName(), Recorder.OFF).subscribers().create(dora);
        assertTrue(table.subscribers().move(table.subscribers().find(news.id(), dora.id()).orElseThrow(),
                Optional.empty(), dora.at(moved, new Move(dora.id(), InstantSource.system().instant()),
                        Optional.empty())));
        assertTrue(membership.remove(news, EmailAddress.of("ben@club.example"), new Actor.Operator(),
                InstantSource.system().instant()));
        complains(table, "carl@club.example");
    }

    /** What the function behind SES's events does. */
    private void complains(DynamoTable table, String address) {
        cloud.join(news, address);
        var seen = table.subscribers()
                .find(news.id(), new SubscriberIds(cloud.installationSecret()).of(EmailAddress.of(address)))
                .orElseThrow();
        var member = assertInstanceOf(Subscriber.Confirmed.class, seen.subscriber());
        assertTrue(table.subscribers().replace(seen,
                Subscriber.Suppressed.of(member, InstantSource.system().instant(), new Stopped.Complaint())));
    }

    @Test
    void oneEventOfEachKindArrivesOnceAndCarriesNobodysAddress() {
        cloud.eventsTo(topic.arn(), Recording.KEYS);
        joinsAndLeaves();
        posts();
        ownersAddAndRemove();

        try (var supervise = start("SuperviseFunction")) {
            assertEquals("null", supervise.answer(Events.scheduled()).json(),
                    () -> String.join("\n", supervise.log()));
            supervise.answer(Events.scheduled());
        }

        var received = everything.everything();
        assertEquals(Stream.of(EventKind.values()).map(kind -> "org.clubpost." + kind.code())
                .collect(Collectors.toSet()), types(received));
        assertEquals(EventKind.values().length, received.size(), received.toString());
        assertEquals(received.size(),
                received.stream().map(event -> tree(event).path("id").asText()).distinct().count());
        assertTrue(received.stream().noneMatch(event -> event.contains("@") || event.contains("Anna")));
        assertEquals(Set.of("org.clubpost.post.sent"), types(posts.everything()));
    }

    @Test
    void addressIsInItWhereTheClubWantsIt() {
        cloud.eventsTo(topic.arn(), Recording.ADDRESSES);
        joinsAndLeaves();

        try (var supervise = start("SuperviseFunction")) {
            supervise.answer(Events.scheduled());
            assertTrue(supervise.log().stream().noneMatch(line -> line.contains(ANNA)));
        }

        assertTrue(everything.everything().stream()
                .allMatch(event -> tree(event).path("data").path("address").asText().equals(ANNA)));
    }

    @Test
    void topicThatIsAwayFailsTheRoundAndLosesNothing() {
        cloud.eventsTo(topic.arn() + "-of-somebody-else", Recording.KEYS);
        joinsAndLeaves();
        try (var supervise = start("SuperviseFunction")) {
            assertInstanceOf(Answer.Failed.class, supervise.answer(Events.scheduled()));
        }

        cloud.eventsTo(topic.arn(), Recording.KEYS);
        try (var supervise = start("SuperviseFunction")) {
            supervise.answer(Events.scheduled());
        }

        assertEquals(Set.of("org.clubpost.member.confirmed", "org.clubpost.member.left"),
                types(everything.everything()));
    }

    @Test
    void nothingIsRecordedWhereNobodyWantsEvents() {
        joinsAndLeaves();

        assertFalse(cloud.table().events().oldest(10).iterator().hasNext());
    }
}
