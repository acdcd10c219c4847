package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;

/** Who may make lists, and what was done about that. */
class MakersTest {

    private static final EmailAddress OLGA = EmailAddress.of("olga@club.example");
    private static final EmailAddress OTTO = EmailAddress.of("otto@club.example");
    private static final Actor OPERATOR = new Actor.Operator();
    private static final Makers.Step OLGA_CAME = new Makers.Step(FixedClock.START, OLGA, true, OPERATOR);
    private static final Makers.Step OTTO_CAME = new Makers.Step(FixedClock.START.plusSeconds(1), OTTO, true,
            new Actor.Owner(OLGA));
    private static final Makers.Step OLGA_WENT = new Makers.Step(FixedClock.START.plusSeconds(2), OLGA, false,
            OPERATOR);
    private static final Makers ALL = Makers.NOBODY.after(OLGA_CAME).after(OTTO_CAME).after(OLGA_WENT);

    @Test
    void operatorMayAlwaysAndOthersWhenTheyWereAllowedTo() {
        assertTrue(ALL.may(OPERATOR));
        assertTrue(ALL.may(new Actor.Owner(OTTO)));
        assertFalse(ALL.may(new Actor.Owner(OLGA)));
        assertFalse(ALL.may(new Actor.Unknown()));
    }

    @Test
    void itIsKnownWhoMightAfterEachStep() {
        assertEquals(List.of(OLGA), ALL.justAfter(OLGA_CAME).all());
        assertEquals(List.of(OTTO, OLGA), ALL.justAfter(OTTO_CAME).all());
        assertEquals(List.of(OTTO), ALL.justAfter(OLGA_WENT).all());
    }

    @Test
    void nothingIsSaidAboutWhoWasErased() {
        var left = ALL.without(OLGA);

        assertEquals(List.of(OTTO), left.all());
        assertEquals(List.of(), left.past(), "she acted in what is left");
        assertEquals(List.of(OLGA_CAME, OLGA_WENT), ALL.without(OTTO).past());
        assertEquals(List.of(OTTO, OLGA, OTTO, OLGA, OLGA), ALL.named().toList());
    }

    @Test
    void isReadAsItWasWrittenAndWhatANewerVersionKnowsIsLeftOut() {
        assertEquals(ALL, Makers.parse(ALL.written()));
        assertEquals(ALL, Makers.parse(ALL.written() + "\nnews of tomorrow\nstep 1 granted\nmaker nobody"));
        assertEquals(Makers.NOBODY, Makers.parse(""));
    }
}
