package org.clubpost.core.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A wish for another address, by itself. */
final class AddressChangeTest {

    private static final ListId NEWS = new ListId("news");
    private static final EmailAddress NEW = EmailAddress.of("Anna@New.example");
    private static final AddressChange WISH = wish(NEWS, NEW, true);
    private static final AddressChange ASKED = WISH.with(SampleSubscribers.aDigest('a'));

    private static AddressChange wish(ListId list, EmailAddress to, boolean isEverywhere) {
        return AddressChange.wish(SampleSubscribers.aMember(list, "anna@example.org"), to, isEverywhere,
                FixedClock.START.plusNanos(1_500_000));
    }

    private static AddressChange confirmed() {
        return ASKED.confirmedAt(FixedClock.START.plus(Duration.ofHours(1)));
    }

    static Stream<AddressChange> everyStage() {
        return Stream.of(WISH, wish(NEWS, NEW, false), ASKED, ASKED.with(SampleSubscribers.aDigest('b')), confirmed(),
                confirmed().undone());
    }

    @ParameterizedTest
    @MethodSource("everyStage")
    void wishIsReadAsItWasWritten(AddressChange wish) {
        assertEquals(wish, AddressChange.of(wish.person(), wish.written()));
    }

    @Test
    void sameWishAgainKeepsTheLinksOfTheFirst() {
        var later = AddressChange.wish(SampleSubscribers.aMember(NEWS, "anna@example.org"), NEW, true,
                FixedClock.START.plusSeconds(60));

        var both = later.inPlaceOf(ASKED);

        assertEquals(ASKED.links(), both.links());
        assertEquals(later.wished(), both.wished());
    }

    /** A link in an older mail must not confirm what the member wishes for now. */
    @Test
    void anotherWishMakesTheLinksOfTheFirstUseless() {
        for (var other : List.of(wish(NEWS, EmailAddress.of("other@new.example"), true),
                wish(new ListId("chess"), NEW, true), wish(NEWS, NEW, false))) {
            assertEquals(other, other.inPlaceOf(ASKED));
        }
        assertEquals(WISH, WISH.inPlaceOf(confirmed()));
        assertEquals(WISH, WISH.inPlaceOf(confirmed().undone()));
    }

    @Test
    void onlyWhatWasConfirmedIsUndone() {
        assertEquals(ASKED, ASKED.undone());
        assertEquals(Optional.of(FixedClock.START.plus(Duration.ofHours(1))), confirmed().confirmed());
        assertEquals(Optional.empty(), confirmed().undone().confirmed());
        assertEquals(confirmed().undone(), confirmed().undone().undone());
    }

    @Test
    void timeRunsFromTheWishAndThenFromTheConfirmation() {
        assertFalse(ASKED.isExpired(ASKED.wished().plus(AddressChange.OPEN_FOR).minusMillis(1)));
        assertTrue(ASKED.isExpired(ASKED.wished().plus(AddressChange.OPEN_FOR)));
        var end = FixedClock.START.plus(Duration.ofHours(1)).plus(UndoAddress.OPEN_FOR);
        assertEquals(end, confirmed().expiresAt());
        assertEquals(end, confirmed().undone().expiresAt());
    }
}
