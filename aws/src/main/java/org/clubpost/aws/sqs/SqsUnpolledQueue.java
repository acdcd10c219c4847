package org.clubpost.aws.sqs;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.clubpost.core.UnavailableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * An SQS queue in which there is hardly ever something, and which nobody polls all the time. An event source mapping
 * asks for messages fifteen times a minute (AWS Lambda Developer Guide, "Configuring scaling behavior for SQS event
 * source mappings"); this asks once, when somebody looks. Safe for use by many threads, like the client that it is
 * given.
 *
 * <p>It does not wait for messages (short polling), because the caller pays for the time too. So a message that is there
 * may be missed; the next look finds it (Amazon SQS Developer Guide, "Amazon SQS short and long polling").
 */
public final class SqsUnpolledQueue {

    /** MaxNumberOfMessages, "Valid values: 1 to 10". */
    private static final int BATCH = 10;
    /** A look ends after so many full batches; the rest is for the next one. */
    private static final int MOST_BATCHES = 20;

    private final SqsClient client;
    private final String queueUrl;

    /**
     * @param client reaches SQS; is not closed here
     * @param queueUrl the queue
     */
    public SqsUnpolledQueue(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    /**
     * Takes what is there, 200 messages at most, and removes what is done. What is not done comes again when the queue's
     * visibility time-out is over.
     *
     * @param isDone is asked for each; does not throw
     * @return how many messages were there
     * @throws UnavailableException when SQS cannot be used; what was not removed comes again
     */
    public int take(Predicate<Letter> isDone) {
        var taken = 0;
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            var messages = receive();
            messages.stream().filter(message -> isDone.test(new Letter(message.messageId(), message.body())))
                    .forEach(this::remove);
            taken += messages.size();
            if (messages.size() < BATCH) {
                break;
            }
        }
        return taken;
    }

    /**
     * Puts a message into it.
     *
     * @param after how long nobody sees it, in whole seconds, at most 15 minutes
     * @throws UnavailableException when SQS cannot be used; it may be in the queue nevertheless
     */
    public void add(String body, Duration after) {
        try {
            client.sendMessage(request -> request.queueUrl(queueUrl).messageBody(body)
                    .delaySeconds((int) after.toSeconds()));
        } catch (SdkException failed) {
            throw new UnavailableException("the queue takes no message", failed);
        }
    }

    private List<Message> receive() {
        try {
            return client.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(BATCH)
                    .waitTimeSeconds(0)).messages();
        } catch (SdkException failed) {
            throw new UnavailableException("the queue cannot be read", failed);
        }
    }

    private void remove(Message message) {
        try {
            client.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
        } catch (SdkException failed) {
            throw new UnavailableException("the queue does not let go of a message", failed);
        }
    }
}
