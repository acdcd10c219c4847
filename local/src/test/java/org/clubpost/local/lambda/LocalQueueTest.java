package org.clubpost.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.clubpost.aws.sqs.Letter;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.DeliveryQueueContract;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.SamplePosts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LocalQueueTest implements DeliveryQueueContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** Longer than the longest time within which an idle worker looks for messages. */
    private static final long QUIET_MILLIS = 500;

    private final LocalQueue queue = new LocalQueue(TIMEOUT, Duration.ofMillis(1));
    private final LinkedBlockingQueue<SQSEvent> events = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Letter> dead = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger deaths = new AtomicInteger();

    @BeforeEach
    void start() {
        queue.start(2, this::handle, this::bury);
    }

    @AfterEach
    void stop() {
        queue.close();
    }

    private boolean bury(Letter letter) {
        return dead.add(letter);
    }

    private SQSBatchResponse handle(SQSEvent event, Context context) {
        events.add(event);
        var id = event.getRecords().getFirst().getMessageId();
        if (deaths.getAndDecrement() > 0) {
            throw new OutOfMemoryError("no room");
        }
        if (refusals.getAndDecrement() > 0) {
            return new SQSBatchResponse(List.of(new SQSBatchResponse.BatchItemFailure(id)));
        }
        return new SQSBatchResponse(List.of());
    }

    @Override
    public DeliveryQueue testee() {
        return queue;
    }

    @Override
    public List<RangeRef> arrived(ListId list) throws InterruptedException {
        var arrived = new ArrayList<RangeRef>();
        for (var event = events.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS); event != null; event = events
                .poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)) {
            RangeRef.parse(event.getRecords().getFirst().getBody()).filter(range -> range.list().equals(list))
                    .ifPresent(arrived::add);
        }
        return arrived;
    }

    @Test
    void messageThatIsNotDoneComesAgain() throws InterruptedException {
        refusals.set(1);
        var range = new RangeRef(new ListId("news"), SamplePosts.aPost(new ListId("news")).id(), 0);

        queue.add(List.of(range), Duration.ZERO);
        var first = events.take().getRecords().getFirst();
        var second = events.take().getRecords().getFirst();

        assertEquals(List.of(range.text(), range.text()), List.of(first.getBody(), second.getBody()));
        assertEquals(first.getMessageId(), second.getMessageId());
        assertEquals("2", second.getAttributes().get("ApproximateReceiveCount"));
    }

    /** More deaths than workers, as each of them goes on. */
    @Test
    void messageOfWhichTheHandlerDiesComesAgain() throws InterruptedException {
        deaths.set(3);
        var range = new RangeRef(new ListId("news"), SamplePosts.aPost(new ListId("news")).id(), 0);

        queue.add(List.of(range), Duration.ZERO);

        for (var times = 0; times < 4; times++) {
            assertEquals(range.text(), events.take().getRecords().getFirst().getBody());
        }
    }

    @Test
    void messageThatIsNeverDoneGoesToTheDeadLetters() throws InterruptedException {
        refusals.set(Integer.MAX_VALUE);
        var range = new RangeRef(new ListId("news"), SamplePosts.aPost(new ListId("news")).id(), 0);

        queue.add(List.of(range), Duration.ZERO);

        assertEquals(range.text(), dead.take().body());
        assertEquals(8, events.size());
    }
}
