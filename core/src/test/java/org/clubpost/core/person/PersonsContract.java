package org.clubpost.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.TokenDigest;
import org.junit.jupiter.api.Test;

/** What every {@link Persons} must do. */
public interface PersonsContract {

    /** A time with more than milliseconds. */
    Instant NOW = Instant.parse("2026-03-06T09:30:00.123456Z");

    /** The persons under test. May hold what other tests left there. */
    Persons testee();

    private static Person fresh() {
        return Person.of(new PersonId(UUID.randomUUID().toString().replace("-", "")),
                new Actor.Owner(EmailAddress.of("Olga@Club.example")));
    }

    @Test
    default void whoNeverSignedInIsNotFound() {
        assertEquals(Optional.empty(), testee().find(fresh().id()));
    }

    @Test
    default void personIsFoundWithEverything() {
        var person = fresh().with(Locale.forLanguageTag("de"))
                .with(new Session("s-1", NOW, NOW.plus(Duration.ofHours(12)), "Mozilla/5.0 (X11; Linux) Ümläut"), NOW)
                .withPasskeys(List.of(new Passkey("id", "key", -7, 4_000_000_000L, NOW, "Telefon von Olga")))
                .withKeys(List.of(new ApiKey("0123456789abcdef", TokenDigest.of("cpk_"), "Große Website",
                        Set.of(Scope.LISTS_READ, Scope.POSTS_WRITE), Set.of(new ListId("news"), new ListId("board")),
                        NOW, NOW.plus(Duration.ofDays(90)), Optional.of(NOW))));

        assertTrue(testee().replace(Optional.empty(), person));

        assertEquals(Optional.of(person), testee().find(person.id()));
    }

    @Test
    default void operatorIsAPersonToo() {
        var before = testee().find(PersonId.OPERATOR);
        var after = Person.of(PersonId.OPERATOR, new Actor.Operator()).with(Locale.FRENCH);

        assertTrue(testee().replace(before, after));

        assertEquals(Optional.of(after), testee().find(PersonId.OPERATOR));
    }

    @Test
    default void whoSawSomethingElseChangesNothing() {
        var first = fresh();
        var second = first.with(Locale.GERMAN);
        testee().replace(Optional.empty(), first);

        assertFalse(testee().replace(Optional.empty(), second));
        assertTrue(testee().replace(Optional.of(first), second));
        assertFalse(testee().replace(Optional.of(first), first.with(Locale.ITALIAN)));

        assertEquals(Optional.of(second), testee().find(first.id()));
    }

    @Test
    default void changeToSomebodyWhoIsGoneChangesNothing() {
        var person = fresh();

        assertFalse(testee().replace(Optional.of(person), person.with(Locale.GERMAN)));

        assertEquals(Optional.empty(), testee().find(person.id()));
    }

    @Test
    default void forgottenPersonIsGone() {
        var person = fresh();
        testee().replace(Optional.empty(), person);

        testee().forget(person.id());
        testee().forget(person.id());

        assertEquals(Optional.empty(), testee().find(person.id()));
    }
}
