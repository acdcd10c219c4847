package org.clubpost.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.secret.TokenDigest;
import org.junit.jupiter.api.Test;

/** What every {@link SignIns} must do. */
public interface SignInsContract {

    /** A time with more than milliseconds. */
    Instant NOW = Instant.parse("2026-03-06T09:30:00.123456Z");

    /** The wishes under test. May hold what other tests left there. */
    SignIns testee();

    private static SignIn fresh(Instant asked) {
        return new SignIn(UUID.randomUUID().toString(), EmailAddress.of("Olga O'Hara@club.example".replace(" ", ".")),
                TokenDigest.of("secret"), Locale.forLanguageTag("pt"), asked, false, 0);
    }

    @Test
    default void wishIsFoundAsItWasMade() {
        var wish = fresh(NOW);

        assertEquals(Optional.empty(), testee().find(wish.id()));
        assertTrue(testee().replace(Optional.empty(), wish));

        assertEquals(Optional.of(wish), testee().find(wish.id()));
    }

    @Test
    default void whoSawSomethingElseChangesNothing() {
        var wish = fresh(NOW);
        testee().replace(Optional.empty(), wish);

        assertFalse(testee().replace(Optional.empty(), wish.tried()));
        assertTrue(testee().replace(Optional.of(wish), wish.tried()));
        assertFalse(testee().replace(Optional.of(wish), wish.tried().tried()));

        assertEquals(Optional.of(wish.tried()), testee().find(wish.id()));
    }

    @Test
    default void removedWishIsGoneAndDoesNotComeBack() {
        var wish = fresh(NOW);
        testee().replace(Optional.empty(), wish);

        testee().remove(wish.id());
        testee().remove(wish.id());

        assertFalse(testee().replace(Optional.of(wish), wish.asTold()));
        assertEquals(Optional.empty(), testee().find(wish.id()));
    }

    @Test
    default void untoldOnesAreFoundTheEarliestFirst() {
        var early = fresh(Instant.EPOCH.plusMillis(1));
        var late = fresh(Instant.EPOCH.plusMillis(2));
        var told = fresh(Instant.EPOCH);
        testee().replace(Optional.empty(), late);
        testee().replace(Optional.empty(), early);
        testee().replace(Optional.empty(), told);
        testee().replace(Optional.of(told), told.asTold());

        var untold = testee().untold(1_000);

        assertTrue(untold.indexOf(early) >= 0 && untold.indexOf(early) < untold.indexOf(late), untold.toString());
        assertFalse(untold.stream().anyMatch(wish -> wish.id().equals(told.id())));
        assertEquals(1, testee().untold(1).size());
        testee().replace(Optional.of(early), early.asTold());
        testee().replace(Optional.of(late), late.asTold());
    }
}
