package org.clubpost.aws.sqs;

import java.time.Instant;

/**
 * A message in the stub's queue.
 *
 * @param messageId its id
 * @param body its text
 * @param delaySeconds the delay that was asked for
 * @param visibleAt from when a worker may be given it
 * @param received how often a worker was given it
 */
public record QueuedMessage(String messageId, String body, int delaySeconds, Instant visibleAt, int received) {

    QueuedMessage takenUntil(Instant until) {
        return new QueuedMessage(messageId, body, delaySeconds, until, received + 1);
    }

    QueuedMessage hiddenUntil(Instant until) {
        return new QueuedMessage(messageId, body, delaySeconds, until, received);
    }

    /** Names this message as it was received that time; a later receipt makes an earlier handle stale. */
    String receiptHandle() {
        return messageId + "/" + received;
    }
}
