package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.clubpost.core.person.Device.pair;
import static org.clubpost.core.person.Device.said;
import static org.clubpost.core.person.Device.signed;
import static org.clubpost.core.person.Device.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** A passkey made of the JDK's keys, used as a device uses it, and in every way that must not work. */
class PasskeysTest {

    private static final String HOST = "lists.example.org";
    private static final String ORIGIN = "https://lists.example.org";
    private static final int PRESENT_AND_VERIFIED = 5;

    private final FixedClock clock = new FixedClock();
    private final MembershipTokens marks = new MembershipTokens(new SigningKeys(1,
            Map.of(1, new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(US_ASCII), "HmacSHA256"))));
    private final InMemoryPersons persons = new InMemoryPersons();
    private final Sessions sessions = new Sessions(persons, marks, SampleSubscribers.IDS);
    private final Passkeys passkeys = new Passkeys(new Passkeys.Ports(persons, sessions, new InMemoryRateLimits()),
            new WebAuthn(HOST, ORIGIN), marks, SampleSubscribers.IDS, new Random(1));
    private final Guest olga = guest("olga@club.example");

    private Guest guest(String address) {
        var opened = sessions.open(new Actor.Owner(EmailAddress.of(address)), "session-of-" + address.replace('.', '-'),
                Sessions.USUAL,
                "", clock.instant());
        return sessions.find(opened.cookie(), clock.instant()).orElseThrow();
    }

    private boolean added(KeyPair pair, int algorithm) {
        return added("credential", pair, algorithm);
    }

    private boolean added(String id, KeyPair pair, int algorithm) {
        var challenge = passkeys.challengeToAdd(olga, clock.instant());
        return passkeys.add(olga, new Passkeys.Made(id, text(pair.getPublic().getEncoded()), algorithm,
                said(HOST, PRESENT_AND_VERIFIED, 1, "webauthn.create", challenge, ORIGIN), challenge, "Phone"),
                clock.instant());
    }

    private Optional<Sessions.Opened> enter(Passkeys.Used used) {
        return passkeys.enter(used, Sessions.USUAL, new Origin(clock.instant(), "192.0.2.7", "Mozilla/5.0"));
    }

    private Passkeys.Used used(KeyPair pair, WebAuthn.Said said, String challenge) {
        return new Passkeys.Used(olga.person().id().value(), "credential", said, signed(pair, said), challenge);
    }

    private Passkeys.Used used(KeyPair pair, int counter) {
        var challenge = passkeys.challengeToEnter(clock.instant());
        return used(pair, said(HOST, PRESENT_AND_VERIFIED, counter, "webauthn.get", challenge, ORIGIN), challenge);
    }

    @Test
    void passkeyOfEitherKindSignsIn() {
        for (var kind : Map.of("EC", WebAuthn.ES256, "RSA", WebAuthn.RS256).entrySet()) {
            var pair = pair(kind.getKey());
            assertTrue(added(pair, kind.getValue()));

            var opened = enter(used(pair, 2)).orElseThrow();

            assertEquals(olga.actor(), sessions.find(opened.cookie(), clock.instant()).orElseThrow().actor());
        }
    }

    @Test
    void challengeIsGoodOnce() {
        var pair = pair("EC");
        added(pair, WebAuthn.ES256);
        var used = used(pair, 2);

        assertTrue(enter(used).isPresent());
        assertEquals(Optional.empty(), enter(used));
    }

    @Test
    void idThatWouldSpoilWhatIsKeptIsNone() {
        for (var id : List.of("", "two words", "line\nsession x 1 2 ", "a+b/c", "a=", "x".repeat(1365))) {
            assertFalse(added(id, pair("EC"), WebAuthn.ES256), id);
        }
        var kept = persons.find(olga.person().id()).orElseThrow();

        assertEquals(kept, Person.of(kept.id(), kept.written()));
    }

    @Test
    void challengeEnds() {
        var pair = pair("EC");
        added(pair, WebAuthn.ES256);
        var used = used(pair, 2);
        clock.advance(Passkeys.GOOD_FOR);

        assertEquals(Optional.empty(), enter(used));
    }

    @Test
    void whatDeviceOrBrowserSaysMustBeRight() {
        var pair = pair("EC");
        added(pair, WebAuthn.ES256);
        for (var wrong : List.<Function<String, WebAuthn.Said>>of(
                challenge -> said("evil.example", PRESENT_AND_VERIFIED, 9, "webauthn.get", challenge, ORIGIN),
                challenge -> said(HOST, PRESENT_AND_VERIFIED, 9, "webauthn.get", challenge, "https://evil.example"),
                challenge -> said(HOST, PRESENT_AND_VERIFIED, 9, "webauthn.create", challenge, ORIGIN),
                challenge -> said(HOST, PRESENT_AND_VERIFIED, 9, "webauthn.get", "A".repeat(48), ORIGIN),
                challenge -> said(HOST, 1, 9, "webauthn.get", challenge, ORIGIN),
                challenge -> said(HOST, 4, 9, "webauthn.get", challenge, ORIGIN),
                challenge -> new WebAuthn.Said("", ""), challenge -> new WebAuthn.Said("%", "%"))) {
            var challenge = passkeys.challengeToEnter(clock.instant());

            assertEquals(Optional.empty(), enter(used(pair, safe(wrong.apply(challenge)), challenge)));
        }
    }

    /** What cannot be decoded cannot be signed either. */
    private static WebAuthn.Said safe(WebAuthn.Said said) {
        return said.clientData().equals("%") ? new WebAuthn.Said("AA", "AA") : said;
    }

    @Test
    void challengeOfAnotherPurposeIsNone() {
        var pair = pair("EC");
        added(pair, WebAuthn.ES256);
        var challenge = passkeys.challengeToAdd(olga, clock.instant());

        assertEquals(Optional.empty(), enter(used(pair,
                said(HOST, PRESENT_AND_VERIFIED, 9, "webauthn.get", challenge, ORIGIN), challenge)));
    }

    @Test
    void signatureOfAnotherKeyIsNone() {
        added(pair("EC"), WebAuthn.ES256);

        assertEquals(Optional.empty(), enter(used(pair("EC"), 2)));
    }

    @Test
    void passkeyOfSomebodyElseIsNone() {
        var pair = pair("EC");
        added(pair, WebAuthn.ES256);
        var used = used(pair, 2);
        var other = guest("sam@club.example").person().id().value();

        assertEquals(Optional.empty(), enter(
                new Passkeys.Used(other, used.id(), used.said(), used.signature(), used.challenge())));
    }

    @Test
    void counterThatDoesNotGrowShowsACopy() {
        var pair = pair("EC");
        added(pair, WebAuthn.ES256);

        assertTrue(enter(used(pair, 5)).isPresent());
        assertEquals(Optional.empty(), enter(used(pair, 5)));
        assertEquals(Optional.empty(), enter(used(pair, 4)));
        assertTrue(enter(used(pair, 6)).isPresent());
    }

    @Test
    void removedPasskeySignsNobodyIn() {
        var pair = pair("EC");
        added(pair, WebAuthn.ES256);
        passkeys.remove(olga, "credential");

        assertEquals(Optional.empty(), enter(used(pair, 2)));
    }

    @Test
    void keyOfAnotherKindOrASmallOneIsNotTaken() throws GeneralSecurityException {
        var small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        var wide = KeyPairGenerator.getInstance("EC");
        wide.initialize(new ECGenParameterSpec("secp384r1"));

        assertFalse(added(small.generateKeyPair(), WebAuthn.RS256));
        assertFalse(added(wide.generateKeyPair(), WebAuthn.ES256));
        assertFalse(added(pair("EC"), WebAuthn.RS256));
        assertFalse(added(pair("EC"), -8));
    }

    @Test
    void challengeOfAnotherSessionAddsNothing() {
        var pair = pair("EC");
        var challenge = passkeys.challengeToAdd(guest("sam@club.example"), clock.instant());

        assertFalse(passkeys.add(olga, new Passkeys.Made("credential", text(pair.getPublic().getEncoded()),
                WebAuthn.ES256, said(HOST, PRESENT_AND_VERIFIED, 1, "webauthn.create", challenge, ORIGIN), challenge,
                "Phone"), clock.instant()));
    }

    @Test
    void manyTriesFromOneSourceAreRefused() {
        var pair = pair("EC");
        added(pair, WebAuthn.ES256);
        for (var i = 0; i < 60; i++) {
            enter(used(pair("EC"), 2));
        }

        assertEquals(Optional.empty(), enter(used(pair, 2)));
        clock.advance(Duration.ofHours(1));
        assertTrue(enter(used(pair, 2)).isPresent());
    }
}
