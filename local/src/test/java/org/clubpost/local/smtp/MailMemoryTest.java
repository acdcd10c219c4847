package org.clubpost.local.smtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailMemoryTest {

    private static byte[] octets(int count) {
        var octets = new byte[count];
        new Random(count).nextBytes(octets);
        return octets;
    }

    @Test
    void mailIsReadAsItCame() throws Exception {
        for (var size : new int[]{0, 1, 65_535, 65_536, 65_537, 1_000_000}) {
            try (var room = new MailMemory().open()) {
                assertArrayEquals(octets(size), room.read(new ByteArrayInputStream(octets(size)), 1_000_000));
            }
        }
    }

    @Test
    void mailThatIsTooLargeIsNotReadToItsEnd() {
        try (var room = new MailMemory().open()) {
            assertThrows(MailMemory.TooLarge.class,
                    () -> room.read(new ByteArrayInputStream(octets(200_000)), 100_000));
        }
    }

    @Test
    void thereIsNoRoomForOneMailMoreUntilAnotherHasGone() throws Exception {
        var memory = new MailMemory(4);
        try (var first = memory.open(); var second = memory.open()) {
            first.read(new ByteArrayInputStream(octets(100_000)), 1_000_000);

            assertThrows(MailMemory.Full.class,
                    () -> second.read(new ByteArrayInputStream(octets(100_000)), 1_000_000));
        }

        try (var third = memory.open()) {
            assertArrayEquals(octets(150_000), third.read(new ByteArrayInputStream(octets(150_000)), 1_000_000));
        }
    }
}
