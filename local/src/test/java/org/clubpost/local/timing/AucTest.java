package org.clubpost.local.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class AucTest {

    @Test
    void whatIsAlwaysLongerIsCertain() {
        assertEquals(1, Auc.of(new long[]{1, 2, 3}, new long[]{4, 5}).area());
        assertEquals(0, Auc.of(new long[]{4, 5}, new long[]{1, 2, 3}).area());
    }

    @Test
    void whatIsTheSameIsAGuess() {
        assertEquals(0.5, Auc.of(new long[]{1, 2, 3}, new long[]{1, 2, 3}).area());
        assertEquals(0.5, Auc.of(new long[]{7, 7}, new long[]{7}).area());
    }

    @Test
    void intervalHoldsTheTruth() {
        var random = new Random(5);
        var all = Auc.of(random.longs(3000, 0, 1_000_000).toArray(), random.longs(3000, 0, 1_000_000).toArray());

        assertTrue(all.low() < 0.5 && all.high() > 0.5 && all.high() - all.low() < 0.032, all.toString());
    }
}
