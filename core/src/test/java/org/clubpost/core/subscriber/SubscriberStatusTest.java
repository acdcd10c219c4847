package org.clubpost.core.subscriber;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The words for the states of subscribers. */
class SubscriberStatusTest {

    @ParameterizedTest
    @EnumSource
    void everyWordAndEveryNameIsRead(SubscriberStatus status) {
        assertEquals(Optional.of(status), SubscriberStatus.parse(status.word()));
        assertEquals(Optional.of(status), SubscriberStatus.parse(status.name()));
    }

    @ParameterizedTest
    @CsvSource({"Member,CONFIRMED", "confirmed,CONFIRMED", "LEFT,LEFT"})
    void caseIsNoMatter(String typed, SubscriberStatus status) {
        assertEquals(Optional.of(status), SubscriberStatus.parse(typed));
    }

    @Test
    void otherWordsAreNone() {
        assertEquals(Optional.empty(), SubscriberStatus.parse("here"));
        assertEquals(Optional.empty(), SubscriberStatus.parse(""));
    }
}
