package org.clubpost.aws.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemTest {

    @ParameterizedTest
    @CsvSource({"1970-01-01T00:00:00Z,0", "2026-03-06T08:30:00Z,1772785800", "2026-03-06T08:30:00.250Z,1772785800.25",
            "2026-03-06T08:30:00.000000001Z,1772785800.000000001", "1969-12-31T23:59:59.5Z,-0.5"})
    void instantIsANumberOfSecondsAndBack(Instant instant, String number) {
        assertEquals(AttributeValue.fromN(number), Item.instant(instant));
        assertEquals(instant, Item.inner().instant("at", instant).instant("at"));
    }

    @Test
    void missingAttributeIsNamed() {
        assertEquals("an item of the table lacks its attribute revision",
                assertThrows(IllegalStateException.class, () -> Item.inner().number("revision")).getMessage());
    }
}
