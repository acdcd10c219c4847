package org.clubpost.function.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.clubpost.aws.event.SampleContext;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.feedback.CameBack;
import org.clubpost.core.feedback.FeedbackCounts;
import org.clubpost.core.feedback.InMemoryBounces;
import org.clubpost.core.feedback.TakeFeedback;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.owners.InMemoryGatheredNews;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Returned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackHandlerTest {

    private static final SubscriberId ANNA = new SubscriberId("00112233445566778899aabbccddeeff");
    private static final PostId POST = new PostId("019cba5a1f00a1b2c3d4e5f6");

    private final FixedClock clock = new FixedClock();
    private final MailingList news = SampleLists.aList("news");
    private final InMemoryLists lists = new InMemoryLists(news);
    private final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    private final InMemoryBounces bounces = new InMemoryBounces();
    private final InMemorySentIds sentIds = new InMemorySentIds();
    private final List<String> waiting = new ArrayList<>();
    private boolean isAway;

    @BeforeEach
    void annaIsAMember() {
        clock.set(Instant.parse("2026-03-06T08:40:00Z"));
        subscribers.create(SampleSubscribers.aMember(news.id(),
                SampleSubscribers.aPerson(ANNA, "anna@club.example")));
    }

    private final class Waiting implements LaterEvents {

        @Override
        public void add(String json) {
            waiting.add(json);
        }

        @Override
        public int take(Predicate<String> isDone) {
            var all = List.copyOf(waiting);
            waiting.removeIf(isDone);
            return all.size();
        }
    }

    /** The bounces, which may be away. */
    private Bounces bounces() {
        return (Bounces) Proxy.newProxyInstance(Bounces.class.getClassLoader(), new Class<?>[]{Bounces.class},
                (_, method, arguments) -> {
                    if (isAway) {
                        throw new UnavailableException("anna@club.example cannot be written");
                    }
                    try {
                        return method.invoke(bounces, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Hearing hearing() {
        var owners = new Owners(new CollectingNotices(), new InMemoryRateLimits(), new InMemoryGatheredNews(), clock);
        return new Hearing(new SesEvents("eu-central-1", clock),
                new TakeFeedback(new TakeFeedback.Ports(lists, subscribers, new InMemoryPosts(), bounces(), sentIds,
                        new InMemoryNoteTasks()), owners, FeedbackCounts.NONE, clock));
    }

    private FeedbackHandler handler() {
        return new FeedbackHandler(hearing(), new Waiting());
    }

    private void hear(String... names) {
        handler().handleRequest(Samples.sns(List.of(names).stream().map(Samples::event).toArray(String[]::new)),
                new SampleContext());
    }

    private List<CameBack> history() {
        return bounces.find(news.id(), ANNA).map(record -> record.history()).orElse(List.of());
    }

    private List<BounceReason> reasons() {
        return history().stream().map(CameBack::what).filter(Returned.Bounce.class::isInstance)
                .map(Returned.Bounce.class::cast).map(Returned.Bounce::reason).toList();
    }

    private boolean isStopped() {
        return subscribers.find(news.id(), ANNA).orElseThrow().subscriber() instanceof Subscriber.Suppressed;
    }

    @Test
    void bounceIsRememberedOfTheMemberWhomTheTagsName() {
        hear("bounce-no-email");

        assertEquals(List.of(BounceReason.USER_UNKNOWN), reasons());
        assertEquals(POST, history().getFirst().post().orElseThrow());
    }

    @Test
    void sameEventIsAppliedOnceInEitherForm() {
        sentIds.remember(List.of(copy()), clock.instant());

        hear("bounce-no-email", "bounce-no-email");
        hear("notification-no-email");

        assertEquals(1, history().size());
    }

    private static SentId copy() {
        return new SentId("0107019cba5a1f00-5b8b6f0a-1111-2222-3333-444455556666-000000@eu-central-1.amazonses.com",
                "original@club.example", Optional.of(new SentId.Copy(SampleLists.aList("news").id(), POST, ANNA)));
    }

    @Test
    void whatComesInAnotherOrderEndsTheSame() {
        hear("complaint", "bounce-mailbox-full", "complaint-not-spam");
        var first = history();
        bounces.forget(news.id(), ANNA);

        hear("complaint-not-spam", "bounce-mailbox-full");
        hear("complaint");

        assertTrue(first.containsAll(history()) && isStopped(), () -> first + " " + history());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"complaint", "complaint-abuse", "complaint-fraud", "complaint-virus",
                    "complaint-other", "complaint-new", "complaint-redacted"})
    void complaintStopsTheMail(String name) {
        hear(name);

        assertTrue(isStopped());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"complaint-not-spam", "complaint-on-account-list", "complaint-auth-failure",
                    "bounce-authentication",
                    "bounce-microsoft", "bounce-no-name", "bounce-reputation", "bounce-unencrypted", "bounce-too-fast",
                    "bounce-policy", "bounce-too-large", "bounce-content", "bounce-attachment", "bounce-out-of-office",
                    "bounce-undetermined", "bounce-new-words", "bounce-suppressed", "bounce-on-account-list",
                    "bounce-on-tenant-list", "bounce-unsubscribed", "reject", "reject-new", "delivery", "send", "open",
                    "click",
                    "rendering-failure", "delivery-delay", "subscription", "unknown", "notification-delivery",
                    "bounce-unmarked"})
    void whatSaysNothingAboutTheMemberCountsNothing(String name) {
        hear(name);

        assertTrue(!isStopped()
                && bounces.find(news.id(), ANNA).map(record -> record.points().isEmpty()).orElse(true));
        assertEquals(List.of(), waiting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"broken-no-json", "broken-array", "broken-cut", "broken-no-kind", "broken-no-mail",
                    "broken-empty"})
    void brokenEventIsDroppedAndTheNextIsHeard(String name) {
        hear(name, "bounce-no-email");

        assertEquals(1, history().size());
        assertEquals(List.of(), waiting);
    }

    @Test
    void nobodyIsFoundByTheAddress() {
        hear("bounce-odd-tags", "bounce-of-an-old-version");
        assertEquals(2, waiting.size(), "they may become known");

        clock.advance(TakeFeedback.MAY_COME);
        hear("delivery");

        assertEquals(List.of(), history());
        assertEquals(List.of(), waiting);
    }

    @Test
    void bounceThatComesBeforeTheIdOfItsCopyIsNotLost() {
        hear("notification-no-email");
        assertEquals(List.of(Samples.event("notification-no-email")), waiting);
        takeUp();
        assertEquals(1, waiting.size());

        sentIds.remember(List.of(copy()), clock.instant());
        takeUp();

        assertEquals(List.of(BounceReason.USER_UNKNOWN), reasons());
        assertEquals(List.of(), waiting);
    }

    @Test
    void whatIsNotKnownAfterAnHourIsLetGo() {
        hear("notification-no-email");

        clock.advance(TakeFeedback.MAY_COME.plus(Duration.ofMinutes(1)));
        takeUp();

        assertEquals(List.of(), waiting);
    }

    /** As the schedule has it done. */
    private void takeUp() {
        handler().handleRequest(Samples.sns(), new SampleContext());
        handler().handleRequest(new SNSEvent(), new SampleContext());
    }

    @Test
    void tableThatIsAwayFailsTheEventAndItsRepetitionChangesNothingForTheOthers() {
        isAway = true;
        var failure = assertThrows(UnavailableException.class, () -> hear("bounce-no-email", "delivery", "complaint"));
        assertNull(failure.getCause(), "the runtime would log it");
        assertEquals("2 of 3 events were not applied", failure.getMessage());

        isAway = false;
        IntStream.range(0, 2).forEach(_ -> hear("bounce-no-email", "delivery", "complaint"));

        assertEquals(2, history().size());
        assertTrue(isStopped());
    }

    @Test
    void eventThatLambdaGaveUpIsTakenUpAgain() {
        waiting.add("""
                {"version": "1.0", "requestContext": {"requestId": "e4b46cbf", "condition": "RetriesExhausted"},
                 "requestPayload": {"Records": [{"EventSource": "aws:sns", "Sns": {"Message": %s}}]}}"""
                .formatted(text(Samples.event("bounce-no-email"))));
        isAway = true;
        takeUp();
        assertEquals(1, waiting.size(), "it stays while the table is away");

        isAway = false;
        takeUp();

        assertEquals(List.of(), waiting);
        assertEquals(1, history().size());
    }

    /** A round of the schedule that failed three times names no events. */
    @Test
    void roundThatLambdaGaveUpIsLetGo() {
        waiting.add("{\"requestContext\": {\"requestId\": \"e4b46cbf\"}, \"requestPayload\": {\"Records\": []}}");

        takeUp();

        assertEquals(List.of(), waiting);
    }

    @Test
    void queueThatIsAwayFailsTheRound() {
        var handler = new FeedbackHandler(hearing(), new LaterEvents() {

            @Override
            public void add(String json) {
                throw new UnavailableException("not now");
            }

            @Override
            public int take(Predicate<String> isDone) {
                throw new UnavailableException("not now");
            }
        });

        assertThrows(UnavailableException.class,
                () -> handler.handleRequest(new SNSEvent(), new SampleContext()));
        assertThrows(UnavailableException.class, () -> handler
                .handleRequest(Samples.sns(Samples.event("notification-no-email")), new SampleContext()));
    }

    private static String text(String json) {
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
