package org.clubpost.core.act;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WayTest {

    @ParameterizedTest
    @EnumSource
    void wordOfAWayIsReadBack(Way way) {
        assertEquals(way, Way.parse(way.word()));
    }

    @Test
    void wayThatOnlyANewerVersionKnowsIsUnknown() {
        assertEquals(Way.UNKNOWN, Way.parse("by-pigeon"));
        assertEquals("command-line", Way.COMMAND_LINE.word());
    }
}
