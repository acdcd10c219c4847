package org.clubpost.core.subscriber;

import static org.clubpost.core.subscriber.SampleSubscribers.aKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import org.clubpost.core.secret.SubscriberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SliceTest {

    private static final SubscriberId LOWEST = new SubscriberId("0".repeat(32));
    private static final SubscriberId HIGHEST = new SubscriberId("f".repeat(32));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void slicesCoverAllKeysWithoutGapOrOverlap(int bits) {
        var slices = Slice.cut(bits);

        assertEquals(1 << bits, slices.size());
        assertEquals(LOWEST, slices.getFirst().first());
        assertEquals(HIGHEST, slices.getLast().last());
        for (var i = 1; i < slices.size(); i++) {
            assertEquals(Optional.of(slices.get(i).first()), slices.get(i - 1).last().successor());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void slicesAreEquallyWide(int bits) {
        var widths = Slice.cut(bits).stream().map(slice -> number(slice.last()).subtract(number(slice.first())))
                .distinct().toList();

        assertEquals(1, widths.size());
    }

    private static BigInteger number(SubscriberId id) {
        return new BigInteger(id.hex(), 16);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 7, 32, 64})
    void otherNumbersOfBitsAreRefused(int bits) {
        assertThrows(IllegalArgumentException.class, () -> Slice.cut(bits));
    }

    @Test
    void endsAreTheRightWayRound() {
        assertThrows(IllegalArgumentException.class, () -> new Slice(aKey("2"), aKey("1")));
        assertEquals(aKey("1"), new Slice(aKey("1"), aKey("1")).last());
    }

    @Test
    void restOfASliceBeginsAtTheKey() {
        var slice = new Slice(aKey("40"), aKey("80"));

        assertEquals(Optional.of(slice), slice.from(LOWEST));
        assertEquals(Optional.of(slice), slice.from(aKey("40")));
        assertEquals(Optional.of(new Slice(aKey("41"), aKey("80"))), slice.from(aKey("41")));
        assertEquals(Optional.of(new Slice(aKey("80"), aKey("80"))), slice.from(aKey("80")));
        assertEquals(Optional.empty(), slice.from(aKey("81")));
    }

    @Test
    void bothEndsBelongToASlice() {
        var slice = new Slice(aKey("40"), aKey("80"));

        assertTrue(slice.contains(aKey("40")));
        assertTrue(slice.contains(aKey("5")));
        assertTrue(slice.contains(aKey("80")));
        assertFalse(slice.contains(aKey("3f")));
        assertFalse(slice.contains(aKey("81")));
    }

    @Test
    void successorIsTheNextKey() {
        assertEquals(Optional.of(new SubscriberId("0".repeat(31) + "1")), LOWEST.successor());
        assertEquals(Optional.of(aKey("1")), new SubscriberId("0" + "f".repeat(31)).successor());
        assertEquals(Optional.empty(), HIGHEST.successor());
    }
}
