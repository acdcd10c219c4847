package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.ListId;
import org.clubpost.core.person.ApiKeys.Made;
import org.clubpost.core.person.ApiKeys.Shown;
import org.clubpost.core.person.ApiKeys.Wish;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    private static final Duration MONTH = Duration.ofDays(30);

    private final FixedClock clock = new FixedClock();
    private final InMemoryPersons persons = new InMemoryPersons();
    private final Sessions sessions = new Sessions(persons, new MembershipTokens(new SigningKeys(1,
            Map.of(1, new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(US_ASCII), "HmacSHA256")))),
            SampleSubscribers.IDS);
    private final ApiKeys keys = new ApiKeys(persons, sessions, new InMemoryRateLimits(), SampleSubscribers.IDS,
            new Random(1));
    private final Guest olga = guest("olga@club.example");

    private Guest guest(String address) {
        var opened = sessions.open(new Actor.Owner(EmailAddress.of(address)), "session-of-" + address.replace('.', '-'),
                Sessions.USUAL, "", clock.instant());
        return sessions.find(opened.cookie(), clock.instant()).orElseThrow();
    }

    private static Wish wish(String id, Duration life) {
        return new Wish(id, "Website", Set.of(Scope.MEMBERS_READ, Scope.LOG_READ), Set.of(new ListId("news")), life);
    }

    private Made.Fresh made(Wish wish) {
        return assertInstanceOf(Made.Fresh.class, keys.make(olga, wish, clock.instant()));
    }

    private Made.Fresh made() {
        return made(wish(keys.freshId(), MONTH));
    }

    private Shown shown(String text) {
        return keys.show(text, new Origin(clock.instant(), "192.0.2.7", "curl"));
    }

    private List<ApiKey> kept() {
        return persons.find(olga.person().id()).orElseThrow().keys();
    }

    @Test
    void keyActsForWhoMadeIt() {
        var made = made();

        var good = assertInstanceOf(Shown.Good.class, shown(made.text()));

        assertEquals(olga.actor(), good.actor());
        assertEquals(made.key(), good.key());
        assertTrue(made.text().startsWith("cpk_" + olga.person().id().value() + "_"));
        assertEquals(97, made.text().length());
    }

    @Test
    void nothingIsKeptThatOpens() {
        var made = made();

        var written = persons.find(olga.person().id()).orElseThrow().written();

        assertFalse(written.contains(made.text().substring(made.text().length() - 43)), written);
        assertFalse(made.toString().contains(made.text()));
    }

    @Test
    void whatIsKeptIsReadAsItWas() {
        var key = made().key().usedAt(clock.instant());
        var everywhere = new ApiKey("0123456789abcdef", key.digest(), "", Set.of(Scope.values()), Set.of(), key.since(),
                key.until(), Optional.empty());

        assertEquals(key, ApiKey.of(key.written()));
        assertEquals(everywhere, ApiKey.of(everywhere.written()));
        assertTrue(everywhere.isFor(new ListId("any")));
        assertFalse(key.isFor(new ListId("any")));
    }

    @Test
    void otherSecretOpensNothing() {
        var text = made().text();
        var last = text.charAt(text.length() - 1) == 'A' ? 'B' : 'A';

        for (var wrong : List.of(text.substring(0, text.length() - 1) + last, "", "cpk_", text + "A", " " + text,
                text.replace("cpk_", "CPK_"), "x".repeat(100_000))) {
            assertEquals(new Shown.None(), shown(wrong));
        }
    }

    @Test
    void keyUnderAnothersNameOpensNothing() {
        var text = made().text();
        var sam = guest("sam@club.example");

        assertEquals(new Shown.None(),
                shown(text.replace(olga.person().id().value(), sam.person().id().value())));
        assertEquals(new Shown.None(), shown(text.replace(olga.person().id().value(), "operator")));
    }

    @Test
    void withdrawnKeyOpensNothing() {
        var made = made();
        var other = made();

        keys.withdraw(olga, made.key().id());
        keys.withdraw(olga, made.key().id());

        assertEquals(new Shown.None(), shown(made.text()));
        assertInstanceOf(Shown.Good.class, shown(other.text()));
    }

    @Test
    void nobodyWithdrawsTheKeyOfSomebodyElse() {
        var made = made();

        keys.withdraw(guest("sam@club.example"), made.key().id());

        assertInstanceOf(Shown.Good.class, shown(made.text()));
    }

    @Test
    void keyEnds() {
        var made = made();
        clock.advance(MONTH);

        assertEquals(new Shown.None(), shown(made.text()));
    }

    @Test
    void keyOutlivesTheSession() {
        var made = made();
        clock.advance(Duration.ofDays(2));
        guest("olga@club.example");

        assertInstanceOf(Shown.Good.class, shown(made.text()));
        assertEquals(Optional.of(made.key().until()),
                persons.find(olga.person().id()).orElseThrow().expiresAt());
    }

    @Test
    void keyIsWithdrawnWithAllSessionsIfWished() {
        var made = made();

        sessions.endAll(olga);
        assertInstanceOf(Shown.Good.class, shown(made.text()));
        sessions.endAllAndKeys(olga);
        assertEquals(new Shown.None(), shown(made.text()));
    }

    @Test
    void keyForNothingOrForEverIsNotMade() {
        for (var wish : List.of(wish("", MONTH), wish("XYZ", MONTH), wish(keys.freshId(), Duration.ZERO),
                wish(keys.freshId(), ApiKeys.LONGEST.plusSeconds(1)),
                new Wish(keys.freshId(), "", Set.of(), Set.of(), MONTH))) {
            assertEquals(new Made.NotPossible(), keys.make(olga, wish, clock.instant()));
        }
        assertEquals(List.of(), persons.find(olga.person().id()).orElseThrow().keys());
    }

    @Test
    void askingAgainReplacesTheKey() {
        var id = keys.freshId();
        var first = made(wish(id, MONTH));
        var second = made(wish(id, MONTH));

        assertEquals(new Shown.None(), shown(first.text()));
        assertInstanceOf(Shown.Good.class, shown(second.text()));
        assertEquals(List.of(second.key().id()), kept().stream().map(ApiKey::id).toList());
    }

    @Test
    void thereAreNotManyKeys() {
        for (var i = 0; i < Person.MOST_KEYS; i++) {
            made();
        }

        assertEquals(new Made.TooMany(), keys.make(olga, wish(keys.freshId(), MONTH), clock.instant()));
        assertInstanceOf(Made.Fresh.class, keys.make(olga, wish(kept().getFirst().id(), MONTH), clock.instant()));
        clock.advance(MONTH);
        made();
        assertEquals(1, kept().size());
    }

    @Test
    void useIsNotedOnceAnHour() {
        var made = made();
        shown(made.text());
        var first = kept().getFirst().used();
        clock.advance(Duration.ofMinutes(59));
        shown(made.text());
        assertEquals(first, kept().getFirst().used());
        clock.advance(Duration.ofMinutes(1));
        shown(made.text());

        assertNotEquals(Optional.empty(), first);
        assertEquals(Optional.of(first.orElseThrow().plus(Duration.ofHours(1))), kept().getFirst().used());
    }

    @Test
    void keyIsNotUsedAllTheTime() {
        var made = made();
        var other = made();
        for (var i = 0; i < ApiKeys.MOST_USES; i++) {
            assertInstanceOf(Shown.Good.class, shown(made.text()));
        }

        assertEquals(new Shown.TooOften(), shown(made.text()));
        assertInstanceOf(Shown.Good.class, shown(other.text()));
        clock.advance(ApiKeys.USES_WITHIN);
        assertInstanceOf(Shown.Good.class, shown(made.text()));
    }

    @Test
    void manyTriesFromOneSourceAreRefusedAndTheKeyIsNot() {
        var made = made();
        for (var i = 0; i < 60; i++) {
            assertEquals(new Shown.None(), shown("cpk_nothing"));
        }

        assertEquals(new Shown.TooOften(), shown("cpk_nothing"));
        assertInstanceOf(Shown.Good.class, shown(made.text()));
    }

    @Test
    void otherChangesOfThePersonLeaveTheKeys() {
        var made = made();

        sessions.change(olga, person -> person.with(Locale.GERMAN));
        guest("olga@club.example");
        sessions.end(olga, olga.session().id());

        assertEquals(List.of(made.key()), kept());
    }
}
