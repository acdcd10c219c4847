package org.clubpost.aws.sqs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import org.clubpost.aws.JitteredPause;
import org.clubpost.core.Pause;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.range.RangeRef;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The ranges that wait, in an SQS standard queue. Safe for use by many threads, like the client that it is given.
 *
 * <p>Every message names its list as its group. In a standard queue that is no order but a tenant: while the ranges of
 * one list wait in great numbers, SQS hands out those of other lists first (Amazon SQS Developer Guide, "Amazon SQS fair
 * queues").
 */
public final class SqsDeliveryQueue implements DeliveryQueue {

    /** How many messages SendMessageBatch takes (Amazon SQS message quotas, "Batched message"). */
    private static final int BATCH = 10;
    /** DelaySeconds, "Valid values: 0 to 900". */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private final SqsClient client;
    private final String queueUrl;
    private final Pause pause;

    /**
     * @param client reaches SQS; is not closed here
     * @param queueUrl the queue
     */
    public SqsDeliveryQueue(SqsClient client, String queueUrl) {
        this(client, queueUrl, JitteredPause.SYSTEM);
    }

    SqsDeliveryQueue(SqsClient client, String queueUrl, Pause pause) {
        this.client = client;
        this.queueUrl = queueUrl;
        this.pause = pause;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A fraction of a second counts as a whole one; a delay longer than SQS allows becomes its longest.
     */
    @Override
    public void add(Collection<RangeRef> ranges, Duration delay) {
        var seconds = seconds(delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay);
        var all = List.copyOf(ranges);
        for (var from = 0; from < all.size(); from += BATCH) {
            addTogether(all.subList(from, Math.min(from + BATCH, all.size())), seconds);
        }
    }

    private static int seconds(Duration delay) {
        return Math.toIntExact(delay.plusSeconds(1).minusNanos(1).toSeconds());
    }

    /** SQS may take some messages of a batch and not others; those are sent again. */
    private void addTogether(List<RangeRef> ranges, int delaySeconds) {
        var left = ranges;
        for (var attempt = 1; !left.isEmpty(); attempt++) {
            if (attempt > 1 && !pause.before(attempt)) {
                throw new UnavailableException("the queue did not take " + left.size() + " messages");
            }
            left = refused(left, delaySeconds);
        }
    }

    private List<RangeRef> refused(List<RangeRef> ranges, int delaySeconds) {
        var entries = IntStream.range(0, ranges.size()).mapToObj(place -> SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(place)).messageBody(ranges.get(place).text())
                .messageGroupId(ranges.get(place).list().value()).delaySeconds(delaySeconds).build()).toList();
        try {
            var answer = client.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
            var refused = new ArrayList<RangeRef>();
            for (BatchResultErrorEntry failed : answer.failed()) {
                if (failed.senderFault()) {
                    throw new IllegalStateException("a message makes no sense to SQS: " + failed.code());
                }
                refused.add(ranges.get(Integer.parseInt(failed.id())));
            }
            return refused;
        } catch (SdkException failed) {
            throw new UnavailableException("the queue cannot be used", failed);
        }
    }
}
