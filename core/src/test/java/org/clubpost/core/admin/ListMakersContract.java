package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;

/** What every {@link ListMakers} must do. Each test has one of which nothing was kept before. */
public interface ListMakersContract {

    /** Whose makers are under test. */
    ListMakers testee();

    /** Somebody. */
    EmailAddress OLGA = EmailAddress.of("Olga@club.example");

    private static Makers granted(Makers before, EmailAddress who) {
        return before.after(new Makers.Step(FixedClock.START, who, true, new Actor.Operator()));
    }

    @Test
    default void nobodyMayAtFirst() {
        assertEquals(Makers.NOBODY, testee().read());
    }

    @Test
    default void whatWasPutIsRead() {
        var changed = granted(granted(Makers.NOBODY, OLGA), EmailAddress.of("ben@club.example"));

        assertTrue(testee().replace(Makers.NOBODY, changed));

        assertEquals(changed, testee().read());
        assertEquals("Olga@club.example", testee().read().all().getFirst().written());
    }

    @Test
    default void whoeverDidNotSeeTheLatestChangesNothing() {
        var olga = granted(Makers.NOBODY, OLGA);
        assertTrue(testee().replace(Makers.NOBODY, olga));

        assertFalse(testee().replace(Makers.NOBODY, granted(Makers.NOBODY, EmailAddress.of("eve@club.example"))));

        assertEquals(olga, testee().read());
    }

    @Test
    default void allCanBeTakenAwayAgain() {
        var olga = granted(Makers.NOBODY, OLGA);
        assertTrue(testee().replace(Makers.NOBODY, olga));
        var gone = olga.after(new Makers.Step(FixedClock.START, OLGA, false, new Actor.Owner(OLGA)));

        assertTrue(testee().replace(olga, gone));

        assertEquals(List.of(), testee().read().all());
        assertEquals(2, testee().read().past().size());
        assertTrue(testee().replace(gone, gone.without(OLGA)));
        assertEquals(Makers.NOBODY, testee().read());
        assertTrue(testee().replace(Makers.NOBODY, olga));
    }
}
