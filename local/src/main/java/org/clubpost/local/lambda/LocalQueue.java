package org.clubpost.local.lambda;

import static java.lang.System.Logger.Level.ERROR;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.clubpost.aws.sqs.Letter;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.range.RangeRef;

/**
 * SQS and its event source mapping on one machine: a queue in memory, and workers that hand each message to the deliver
 * handler. A message that the handler reports as not done, or on which it fails, comes again, with a longer delay each
 * time. That holds even for an {@link Error}, which would kill a function and have it replaced. After {@value
 * #MAX_RECEIVES} times the message goes to the dead letters, as SQS's redrive policy has it.
 *
 * <p>Nothing is kept over a restart. The posts tell what is unfinished then, and it is queued again ({@link
 * org.clubpost.core.delivery.Plan#resume}).
 */
public final class LocalQueue implements DeliveryQueue, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LocalQueue.class.getName());
    private static final int MAX_RECEIVES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /**
     * How long an idle worker takes to see that the queue was closed. An interrupt is no choice: it would hit a busy
     * worker between sending and recording.
     */
    private static final Duration LOOK_UP = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final DelayQueue<Message> messages = new DelayQueue<>();
    private final Duration timeout;
    private final Duration firstPause;
    private final ExecutorService workers;

    /**
     * An empty queue without workers.
     *
     * @param timeout how long one invocation of the handler may last
     */
    public LocalQueue(Duration timeout) {
        this(timeout, FIRST_PAUSE);
    }

    LocalQueue(Duration timeout, Duration firstPause) {
        this.timeout = timeout;
        this.firstPause = firstPause;
        this.workers = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("deliver-", 1).factory());
    }

    /** A message, with how often it was received. */
    private record Message(String id, String body, int receives, long dueNanos) implements Delayed {

        static Message of(String body, Duration delay) {
            return new Message(UUID.randomUUID().toString(), body, 0, System.nanoTime() + delay.toNanos());
        }

        Message again(Duration firstPause) {
            var pause = firstPause.multipliedBy(1L << Math.min(receives, 10));
            var bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
            return new Message(id, body, receives + 1, System.nanoTime() + bounded.toNanos());
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    @Override
    public void add(Collection<RangeRef> ranges, Duration delay) {
        ranges.forEach(range -> messages.add(Message.of(range.text(), delay)));
    }

    /**
     * Starts the workers.
     *
     * @param count how many workers; each works on one message at a time
     * @param handler the deliver handler
     * @param deadLetters takes the messages that were given up, and says whether they are done with
     */
    public void start(int count, RequestHandler<SQSEvent, SQSBatchResponse> handler, Predicate<Letter> deadLetters) {
        for (var worker = 0; worker < count; worker++) {
            workers.execute(() -> work(handler, deadLetters));
        }
    }

    private void work(RequestHandler<SQSEvent, SQSBatchResponse> handler, Predicate<Letter> deadLetters) {
        try {
            while (!workers.isShutdown()) {
                var message = messages.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
                if (message != null && !isDone(message, handler, deadLetters)) {
                    messages.add(message.again(firstPause));
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDone(Message message, RequestHandler<SQSEvent, SQSBatchResponse> handler,
            Predicate<Letter> deadLetters) {
        try {
            if (message.receives() >= MAX_RECEIVES) {
                return deadLetters.test(new Letter(message.id(), message.body()));
            }
            var response = handler.handleRequest(event(message), new LocalContext("deliver", timeout));
            return response.getBatchItemFailures().isEmpty();
        } catch (RuntimeException | Error fault) {
            LOG.log(ERROR, "deliver outcome=fault", fault);
            return false;
        }
    }

    private static SQSEvent event(Message message) {
        var record = new SQSEvent.SQSMessage();
        record.setMessageId(message.id());
        record.setReceiptHandle(message.id());
        record.setBody(message.body());
        record.setEventSource("aws:sqs");
        record.setEventSourceArn("arn:aws:sqs:local:000000000000:deliver");
        record.setAwsRegion("local");
        record.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(message.receives() + 1)));
        record.setMessageAttributes(Map.of());
        var event = new SQSEvent();
        event.setRecords(List.of(record));
        return event;
    }

    /** Waits until the invocations under way have ended, and stops. What is left is queued at the next start. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(timeout.toMillis() * 2, TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
