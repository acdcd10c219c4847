package org.clubpost.local.smtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.util.Random;
import org.clubpost.local.door.Source;
import org.junit.jupiter.api.Test;

class MailMemoryTest {

    private static final Source ANN = new Source("0a000001");
    private static final Source BERT = new Source("0a000002");
    private static final Source CARL = new Source("0a000003");

    private static byte[] octets(int count) {
        var octets = new byte[count];
        new Random(count).nextBytes(octets);
        return octets;
    }

    @Test
    void mailIsReadAsItCame() throws Exception {
        for (var size : new int[]{0, 1, 65_535, 65_536, 65_537, 1_000_000}) {
            try (var room = new MailMemory().open(ANN)) {
                assertArrayEquals(octets(size), room.read(new ByteArrayInputStream(octets(size)), 1_000_000));
            }
        }
    }

    @Test
    void mailThatIsTooLargeIsNotReadToItsEnd() {
        try (var room = new MailMemory().open(ANN)) {
            assertThrows(MailMemory.TooLarge.class,
                    () -> room.read(new ByteArrayInputStream(octets(200_000)), 100_000));
        }
    }

    @Test
    void thereIsNoRoomForOneMailMoreUntilAnotherHasGone() throws Exception {
        var memory = new MailMemory(4);
        try (var first = memory.open(ANN); var second = memory.open(BERT); var third = memory.open(CARL)) {
            first.read(new ByteArrayInputStream(octets(100_000)), 1_000_000);
            second.read(new ByteArrayInputStream(octets(100_000)), 1_000_000);

            assertThrows(MailMemory.Full.class, () -> third.read(new ByteArrayInputStream(octets(1)), 1_000_000));
        }

        try (var third = memory.open(CARL)) {
            assertArrayEquals(octets(100_000), third.read(new ByteArrayInputStream(octets(100_000)), 1_000_000));
        }
    }

    @Test
    void oneSourceGetsHalfOfItAndLargeMailsThreeQuarters() throws Exception {
        var memory = new MailMemory(80);
        var piece = 1 << 16;
        try (var first = memory.open(ANN);
                var second = memory.open(ANN);
                var small = memory.open(CARL)) {
            first.read(new ByteArrayInputStream(octets(40 * piece)), 100 * piece);

            assertThrows(MailMemory.Full.class, () -> second.read(new ByteArrayInputStream(octets(1)), piece));
            try (var third = memory.open(BERT)) {
                assertThrows(MailMemory.Full.class,
                        () -> third.read(new ByteArrayInputStream(octets(100 * piece)), 200 * piece));
            }
            assertArrayEquals(octets(16 * piece), small.read(new ByteArrayInputStream(octets(16 * piece)), 17 * piece));
        }
    }

    @Test
    void clientThatHasSentNothingHoldsNothing() throws Exception {
        var memory = new MailMemory(2);
        try (var silent = memory.open(ANN); var other = memory.open(BERT)) {
            silent.read(new ByteArrayInputStream(octets(0)), 1);

            assertArrayEquals(octets(1), other.read(new ByteArrayInputStream(octets(1)), 1));
        }
    }
}
