package org.clubpost.core.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clubpost.core.Race;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** What every {@link AddressChanges} must do. */
public interface AddressChangesContract {

    /** When the wishes are made. */
    Instant NOW = Instant.parse("2031-03-06T08:00:00.123Z");

    /** What is under test. May hold what other tests left there. */
    AddressChanges testee();

    private static AddressChange wish(String to) {
        return AddressChange.wish(
                SampleSubscribers.aMember(new ListId("news"), UUID.randomUUID() + "@old.example"),
                EmailAddress.of(to), true, NOW);
    }

    @Test
    default void nobodyWishesForAnythingAtFirst() {
        assertEquals(Optional.empty(), testee().find(wish("ada@new.example").person()));
    }

    @Test
    default void aWishIsFoundAsItWasMade() {
        var wish = wish("Ada@new.example").with(TokenDigest.of("one")).with(TokenDigest.of("two"))
                .confirmedAt(NOW.plusSeconds(7));
        assertTrue(testee().replace(Optional.empty(), wish));
        assertEquals(Optional.of(wish), testee().find(wish.person()));
        assertEquals("Ada@new.example", testee().find(wish.person()).orElseThrow().to().written());
    }

    @Test
    default void aWishTakesThePlaceOfTheOneThatWasRead() {
        var first = wish("ada@new.example");
        testee().replace(Optional.empty(), first);
        var linked = first.with(TokenDigest.of("one"));
        assertFalse(testee().replace(Optional.empty(), linked));
        assertFalse(testee().replace(Optional.of(linked), linked));
        assertTrue(testee().replace(Optional.of(first), linked));
        assertFalse(testee().replace(Optional.of(first), linked));
        assertEquals(Optional.of(linked), testee().find(first.person()));
    }

    @Test
    default void aWishIsForgottenOnceAndForAll() {
        var wish = wish("ada@new.example");
        testee().replace(Optional.empty(), wish);
        testee().forget(wish.person());
        testee().forget(wish.person());
        assertEquals(Optional.empty(), testee().find(wish.person()));
        assertTrue(testee().replace(Optional.empty(), wish));
    }

    @Test
    default void onlyOneOfManyAtTheSameTimeSucceeds() throws InterruptedException {
        var first = wish("ada@new.example");
        testee().replace(Optional.empty(), first);
        var testee = testee();
        assertEquals(1, Race.winners(8, () -> testee.replace(Optional.of(first),
                first.with(TokenDigest.of(UUID.randomUUID().toString())))));
    }
}
