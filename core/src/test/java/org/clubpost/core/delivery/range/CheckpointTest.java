package org.clubpost.core.delivery.range;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Collections;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {

    @ParameterizedTest
    @CsvSource({"0, 50, true", "49, 50, true", "50, 50, false", "0, 51, false", "99, 0, true", "100, 0, false"})
    void holdsWhatCanBeWrittenAllOrNothing(int failures, int cleared, boolean fits) {
        var key = SampleSubscribers.aKey("11");
        var failure = new Failure(key, Failure.Kind.LATER, Reason.quoted("later"), 1, Instant.EPOCH);
        Executable made = () -> new Checkpoint(new DeliveryRange.Progress.Finished(), Tally.NONE,
                Collections.nCopies(failures, failure), Collections.nCopies(cleared, key));

        if (fits) {
            assertDoesNotThrow(made);
        } else {
            assertThrows(IllegalArgumentException.class, made);
        }
    }
}
