package org.clubpost.core.person;

import static org.clubpost.core.person.Device.pair;
import static org.clubpost.core.person.Device.said;
import static org.clubpost.core.person.Device.signed;
import static org.clubpost.core.person.Device.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Rival;
import org.clubpost.core.act.Actor;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with more than one passkey, and with those that do not count. */
class SeveralPasskeysTest {

    private static final String HOST = "lists.example.org";
    private static final String ORIGIN = "https://lists.example.org";
    private static final int PRESENT_AND_VERIFIED = 5;

    private final FixedClock clock = new FixedClock();
    private final InMemoryPersons persons = new InMemoryPersons();
    private final KeyPair pair = pair("EC");
    private final Guest operator = guest();

    private Sessions sessions(Persons stored) {
        return new Sessions(stored, SampleLinks.TOKENS, SampleSubscribers.IDS);
    }

    private Passkeys in(Persons stored) {
        return new Passkeys(new Passkeys.Ports(stored, sessions(stored), new InMemoryRateLimits()),
                new WebAuthn(HOST, ORIGIN), SampleLinks.TOKENS, SampleSubscribers.IDS, new Random(1));
    }

    private Guest guest() {
        var opened = sessions(persons).open(new Actor.Operator(), "a-session", Sessions.USUAL, "", clock.instant());
        return sessions(persons).find(opened.cookie(), clock.instant()).orElseThrow();
    }

    private boolean added(String id, String name) {
        var seen = new Guest(person(), operator.session());
        var challenge = in(persons).challengeToAdd(seen, clock.instant());
        return in(persons).add(seen, new Passkeys.Made(id, text(pair.getPublic().getEncoded()), WebAuthn.ES256,
                said(HOST, PRESENT_AND_VERIFIED, 0, "webauthn.create", challenge, ORIGIN), challenge, name),
                clock.instant());
    }

    private Person person() {
        return persons.find(PersonId.OPERATOR).orElseThrow();
    }

    private List<Long> counters() {
        return person().passkeys().stream().map(Passkey::counter).toList();
    }

    private static Passkeys.Used used(KeyPair pair, String person, String id, String challenge, int counter) {
        var said = said(HOST, PRESENT_AND_VERIFIED, counter, "webauthn.get", challenge, ORIGIN);
        return new Passkeys.Used(person, id, said, signed(pair, said), challenge);
    }

    private boolean enters(Passkeys passkeys, String id, int counter) {
        return passkeys.enter(used(pair, PersonId.OPERATOR.value(), id, passkeys.challengeToEnter(clock.instant()),
                counter), Sessions.USUAL, new Origin(clock.instant(), "192.0.2.7", "")).isPresent();
    }

    @Test
    void eachCountsByItselfAndIsRemovedByItself() {
        added("phone", "Phone");
        added("key", "Key");

        assertTrue(enters(in(persons), "phone", 7));
        assertTrue(enters(in(persons), "key", 2));
        assertEquals(List.of(7L, 2L), counters());

        in(persons).remove(operator, "phone");
        in(persons).remove(operator, "phone");
        assertFalse(enters(in(persons), "phone", 8));
        assertTrue(enters(in(persons), "key", 3));
    }

    @Test
    void passkeyThatDoesNotCountSignsInAgainAndAgain() {
        added("phone", "Phone");

        for (var i = 0; i < 3; i++) {
            assertTrue(enters(in(persons), "phone", 0));
        }
        assertEquals(List.of(0L), counters());
    }

    @Test
    void passkeyIsAddedUntilThereAreAsManyAsMayBe() {
        for (var i = 0; i < Person.MOST_PASSKEYS; i++) {
            assertTrue(added("passkey" + i, "Phone"));
        }

        assertFalse(added("one-more", "Phone"));
        assertEquals(Person.MOST_PASSKEYS, person().passkeys().size());
    }

    @Test
    void passkeyThatIsAddedAgainTakesItsOwnPlace() {
        added("phone", "Phone");
        added("phone", "Old phone");

        assertEquals(List.of("Old phone"), person().passkeys().stream().map(Passkey::name).toList());
        assertFalse(added("", "Nameless"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAmark"})
    void madeUpChallengeIsNone(String challenge) {
        added("phone", "Phone");

        assertEquals(Optional.empty(), in(persons).enter(
                used(pair, PersonId.OPERATOR.value(), "phone", challenge, 9), Sessions.USUAL,
                new Origin(clock.instant(), "192.0.2.7", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "00000000000000000000000000000000"})
    void personWhoIsNotThereHasNone(String person) {
        added("phone", "Phone");
        var passkeys = in(persons);

        assertEquals(Optional.empty(), passkeys.enter(
                used(pair, person, "phone", passkeys.challengeToEnter(clock.instant()), 9), Sessions.USUAL,
                new Origin(clock.instant(), "192.0.2.7", "")));
    }

    /** Both have the same counter, so one of them is a copy. */
    @Test
    void ofAPasskeyAndItsCopyOnlyTheQuickerOneEnters() {
        added("phone", "Phone");
        var rival = new Rival("replace", () -> assertTrue(enters(in(persons), "phone", 4)));

        assertFalse(enters(in(rival.of(Persons.class, persons)), "phone", 4));
        assertEquals(List.of(4L), counters());
    }

    @Test
    void somethingElseThatChangesMeanwhileIsNoObstacle() {
        added("phone", "Phone");
        var rival = new Rival("replace", () -> sessions(persons).end(operator, operator.session().id()));

        assertTrue(enters(in(rival.of(Persons.class, persons)), "phone", 4));
        assertEquals(1, person().sessions().size());
        assertEquals(List.of(4L), counters());
    }
}
