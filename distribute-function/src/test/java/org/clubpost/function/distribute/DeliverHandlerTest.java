package org.clubpost.function.distribute;

import static org.clubpost.core.post.SamplePosts.aPost;
import static org.clubpost.core.post.SamplePosts.aSending;
import static org.clubpost.core.post.SamplePosts.freshRanges;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.delivery.PreparedMail;
import org.clubpost.core.delivery.PreparedMails;
import org.clubpost.core.delivery.RetryPolicy;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.outbox.CollectingOutbox;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which messages of a batch are done, and which come again. */
final class DeliverHandlerTest {

    private static final ListId NEWS = new ListId("news");
    private static final int A_MINUTE = 60_000;

    private final FixedClock clock = new FixedClock();
    private final InMemoryLists lists = new InMemoryLists(SampleLists.aList());
    private final InMemorySubscribers members = new InMemorySubscribers(lists)
            .with(List.of(aMember(NEWS, "ann@club.example"), aMember(NEWS, "ben@club.example")));
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryRanges ranges = new InMemoryRanges(posts);
    private final CollectingOutbox outbox = new CollectingOutbox();
    private final CollectingQueue queue = new CollectingQueue();
    private final Post post = aPost(NEWS);
    private final RangeRef range = new RangeRef(NEWS, post.id(), 0);

    /** A post that says nothing. */
    private static final class EmptyMail implements PreparedMail {

        @Override
        public String messageId() {
            return "1@club.example";
        }

        @Override
        public MailContent copyFor(Subscriber.Confirmed member) {
            return MailContent.of(new byte[0]);
        }

        @Override
        public long sizeBytes() {
            return 0;
        }
    }

    @BeforeEach
    void plan() {
        posts.create(post);
        ranges.plan(post, post.with(aSending(post.id(), 1)), freshRanges(post, 0));
    }

    private DeliverHandler handler() {
        return handler((_, _) -> new EmptyMail());
    }

    private DeliverHandler handler(PreparedMails prepared) {
        return new DeliverHandler(
                new Deliver(
                        new Deliver.Ports(lists, members, posts, ranges, prepared,
                                new Deliver.Way(outbox, SendPermits.unlimited(), clock::set, new Random(1)), queue,
                                new InMemorySentIds()),
                        new Deliver.Settings(10, 10, new Deliver.Times(Duration.ofMinutes(1), Duration.ofSeconds(5),
                                Duration.ofSeconds(20), Duration.ofMinutes(15)), RetryPolicy.PATIENT),
                        clock),
                clock);
    }

    private static SQSEvent event(String... bodies) {
        var messages = new ArrayList<SQSEvent.SQSMessage>();
        for (var body : bodies) {
            var message = new SQSEvent.SQSMessage();
            message.setMessageId("message-" + messages.size());
            message.setBody(body);
            messages.add(message);
        }
        var event = new SQSEvent();
        event.setRecords(messages);
        return event;
    }

    private static List<String> comingAgain(DeliverHandler handler, SQSEvent event, int remainingMillis) {
        return handler.handleRequest(event, new FixedContext(remainingMillis)).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier).toList();
    }

    @Test
    void rangeIsDeliveredAndItsMessageDone() {
        assertEquals(List.of(), comingAgain(handler(), event(range.text()), A_MINUTE));

        assertEquals(2, outbox.accepted().size());
        assertInstanceOf(PostState.Done.class, posts.find(post.id()).orElseThrow().state());
    }

    @Test
    void sameMessageTwiceSendsNothingTwice() {
        assertEquals(List.of(), comingAgain(handler(), event(range.text(), range.text()), A_MINUTE));

        assertEquals(2, outbox.accepted().size());
    }

    @Test
    void messageThatCannotBeReadComesAgainWithoutHoldingUpOthers() {
        assertEquals(List.of("message-0"), comingAgain(handler(), event("nonsense", range.text()), A_MINUTE));

        assertEquals(2, outbox.accepted().size());
    }

    @Test
    void rangeThatAnotherWorkerHasIsLookedAtAgainWhenItsLeaseEnds() {
        ranges.lease(range, "another", clock.instant(), Duration.ofMinutes(1));

        assertEquals(List.of(), comingAgain(handler(), event(range.text()), A_MINUTE));

        assertEquals(List.of(new CollectingQueue.Message(range, Duration.ofMinutes(1))), queue.added());
    }

    @Test
    void rangeThatTheProviderPutsOffComesAgainALittleLater() {
        outbox.answer(_ -> new SendOutcome.Deferred(DeferralCause.UNREACHABLE, Reason.quoted("no connection")));

        assertEquals(List.of(), comingAgain(handler(), event(range.text()), A_MINUTE));

        assertEquals(List.of(range), queue.added().stream().map(CollectingQueue.Message::range).toList());
    }

    @Test
    void postThatTheProviderBlocksIsParkedAndItsMessagesAreDone() {
        outbox.answer(_ -> new SendOutcome.Deferred(DeferralCause.BLOCKED, Reason.quoted("paused")));

        assertEquals(List.of(), comingAgain(handler(), event(range.text(), range.text()), A_MINUTE));

        assertInstanceOf(PostState.Parked.class, posts.find(post.id()).orElseThrow().state());
        assertEquals(List.of(), queue.added());
    }

    @Test
    void rangeForWhichThereIsNoTimeIsHandedOn() {
        assertEquals(List.of(), comingAgain(handler(), event(range.text()), 4000));

        assertEquals(List.of(new CollectingQueue.Message(range, Duration.ZERO)), queue.added());
    }

    @Test
    void faultsOfOneMessageAreItsOwn() {
        var unavailable = handler((_, _) -> {
            throw new UnavailableException("the store is away");
        });
        var broken = handler((_, _) -> {
            throw new IllegalStateException("nothing there");
        });
        var unknown = new RangeRef(NEWS, aPost(NEWS).id(), 0);

        assertEquals(List.of("message-0"), comingAgain(unavailable, event(range.text(), unknown.text()), A_MINUTE));
        clock.advance(Duration.ofMinutes(2));
        assertEquals(List.of("message-0"), comingAgain(broken, event(range.text(), unknown.text()), A_MINUTE));
    }
}
