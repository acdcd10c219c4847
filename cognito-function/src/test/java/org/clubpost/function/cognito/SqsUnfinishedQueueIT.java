package org.clubpost.function.cognito;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.clubpost.aws.moto.MotoQueue;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

final class SqsUnfinishedQueueIT {

    private static final Unfinished ANNA = new Unfinished(Club.key(), FixedClock.START);

    @Test
    void userWaitsAMinuteInTheQueue() {
        try (var queue = MotoQueue.create()) {
            new SqsUnfinishedQueue(queue.client(), queue.url()).add(ANNA);

            assertEquals(Map.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "1"), queue.client()
                    .getQueueAttributes(request -> request.queueUrl(queue.url())
                            .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                    .attributes());
        }
    }

    @Test
    void queueThatIsNotThereIsUnavailable() {
        try (var queue = MotoQueue.create()) {
            assertThrows(UnavailableException.class,
                    () -> new SqsUnfinishedQueue(queue.client(), queue.url() + "-gone").add(ANNA));
        }
    }
}
