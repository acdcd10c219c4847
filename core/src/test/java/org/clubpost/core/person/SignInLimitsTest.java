package org.clubpost.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Rival;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.InMemoryListMakers;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.person.EnterByMail.Kept;
import org.clubpost.core.person.EnterByMail.Outcome;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** How much may be asked for, and what becomes of it when mail cannot be sent or somebody is quicker. */
class SignInLimitsTest {

    private static final EmailAddress OLGA = SampleLists.aList().people().owners().getFirst();
    private static final EmailAddress OTTO = EmailAddress.of("otto@chess.example");

    private final FixedClock clock = new FixedClock();
    private final InMemorySignIns signIns = new InMemorySignIns();
    private final InMemoryPersons persons = new InMemoryPersons();
    private final CollectingNotices notices = new CollectingNotices();
    private final SignInTokens tokens = new SignInTokens(SampleLinks.TOKENS);
    private final Sessions sessions = new Sessions(persons, SampleLinks.TOKENS, SampleSubscribers.IDS);
    private final AskToSignIn ask = new AskToSignIn(signIns, new InMemoryRateLimits(), SampleSubscribers.IDS,
            new Random(1));

    private Optional<AskToSignIn.Taken> asked(EmailAddress address, String source) {
        return ask.ask(address, Locale.ENGLISH, new Origin(clock.instant(), source, ""));
    }

    private static EmailAddress address(int number) {
        return EmailAddress.of("a" + number + "@stranger.example");
    }

    private long taken(int times, IntFunction<EmailAddress> address,
            IntFunction<String> source) {
        return IntStream.range(0, times).filter(i -> asked(address.apply(i), source.apply(i)).isPresent()).count();
    }

    @Test
    void oneSourceAsksTenTimesAnHour() {
        assertEquals(10, taken(20, SignInLimitsTest::address, _ -> "192.0.2.7"));
        assertTrue(asked(OLGA, "192.0.2.8").isPresent());
        clock.advance(Duration.ofHours(1));
        assertTrue(asked(OLGA, "192.0.2.7").isPresent());
    }

    /** Whoever has one network of IPv6 has thousands of them. */
    @Test
    void oneSiteAsksFortyTimesAnHour() {
        assertEquals(40, taken(60, SignInLimitsTest::address, i -> "2001:db8:0:%x::1".formatted(i)));
        assertTrue(asked(OLGA, "2001:db8:1::1").isPresent());
    }

    @Test
    void oneAddressIsMeantTenTimesAnHour() {
        assertEquals(10, taken(20, _ -> OLGA, i -> "192.0.2." + i));
        assertTrue(asked(OTTO, "192.0.2.99").isPresent());
    }

    @Test
    void nobodyLocksSomebodyElseOutFromOnePlace() {
        assertEquals(6, taken(20, _ -> OLGA, _ -> "192.0.2.7"));
        assertTrue(asked(OLGA, "192.0.2.8").isPresent());
    }

    @Test
    void allTogetherAskAThousandTimesAnHour() {
        assertEquals(1_000, taken(1_100, SignInLimitsTest::address, i -> "192.0." + i / 250 + "." + i % 250));
    }

    private SendSignInMails mails() {
        var chess = SampleLists.aList("chess");
        return new SendSignInMails(signIns, new InMemoryLists(SampleLists.aList(),
                chess.with(chess.people().withOwners(List.of(OTTO)))), new InMemoryListMakers(), notices,
                SampleLinks.LINKS, tokens, clock);
    }

    private List<EmailAddress> written() {
        return notices.sent(OwnerNotice.SignIn.class).stream().map(Notice::recipient).toList();
    }

    @Test
    void wishThatIsOverByThenIsNotWrittenAbout() {
        asked(OLGA, "192.0.2.7");
        clock.advance(SignIn.OPEN_FOR);

        assertEquals(1, mails().run());
        assertEquals(0, mails().run());

        assertEquals(List.of(), notices.sent());
    }

    @Test
    void mailThatCannotBeSentIsNoObstacleToOthersAndIsWrittenNextTime() {
        asked(OLGA, "192.0.2.7");
        asked(OTTO, "192.0.2.7");
        notices.takeOnly(notice -> !notice.recipient().equals(OLGA));

        assertThrows(UnavailableException.class, mails()::run);
        assertEquals(List.of(OTTO), written());

        notices.takeOnly(_ -> true);
        assertEquals(1, mails().run());
        assertEquals(List.of(OTTO, OLGA), written());
    }

    @Test
    void twoCodesAtOnceAreTwoTries() {
        var taken = asked(OLGA, "192.0.2.7").orElseThrow();
        var kept = new Kept(taken.id(), taken.secret());
        var enter = new EnterByMail(signIns, tokens, sessions);
        var rival = new Rival("replace",
                () -> enter.byCode("wrong", kept, Sessions.USUAL, "", clock.instant()));

        assertEquals(new Outcome.Wrong(SignIn.MOST_TRIES - 2),
                new EnterByMail(rival.of(SignIns.class, signIns), tokens, sessions).byCode("wrong too", kept,
                        Sessions.USUAL, "", clock.instant()));
    }

    @Test
    void rightCodeIsOfNoUseOnceTheTriesAreUsedUp() {
        var taken = asked(OLGA, "192.0.2.7").orElseThrow();
        var kept = new Kept(taken.id(), taken.secret());
        var enter = new EnterByMail(signIns, tokens, sessions);
        for (var i = 0; i < SignIn.MOST_TRIES; i++) {
            enter.byCode("wrong", kept, Sessions.USUAL, "", clock.instant());
        }

        assertEquals(new Outcome.Over(),
                enter.byCode(tokens.code(taken.id()), kept, Sessions.USUAL, "", clock.instant()));
        assertFalse(enter.isWaiting(kept, clock.instant()));
    }

    private Guest guest() {
        return sessions.find(sessions.open(new Actor.Owner(OLGA), "a-session", Sessions.USUAL, "x".repeat(1_000),
                clock.instant()).cookie(), clock.instant()).orElseThrow();
    }

    @Test
    void ofTheBrowserAndOfThePasskeyAsMuchIsKeptAsFitsALine() {
        var horse = "\uD83D\uDC0E";

        assertEquals("x".repeat(160), guest().session().agent());
        assertEquals("n".repeat(60), passkey("n".repeat(61)).name());
        assertEquals("n".repeat(60), passkey("n".repeat(60)).name());
        assertEquals("n".repeat(59), passkey("n".repeat(59) + horse).name());
        assertEquals("n".repeat(58) + horse, passkey("n".repeat(58) + horse + horse).name());
    }

    private Passkey passkey(String name) {
        return new Passkey("id", "key", WebAuthn.ES256, 0, clock.instant(), name);
    }

    /** Whoever signs in with a passkey once a year is the same person then. */
    @Test
    void personIsForgottenWithTheLastSessionUnlessThereIsAPasskey() {
        var person = guest().person();

        assertEquals(Optional.of(clock.instant().plus(Sessions.USUAL)), person.expiresAt());
        assertEquals(Optional.of(Instant.EPOCH), person.withSessions(List.of()).expiresAt());
        assertEquals(Optional.empty(), person.withPasskeys(List.of(passkey("Phone"))).expiresAt());
    }

    @Test
    void browserThatSignsInMeanwhileStaysSignedIn() {
        var guest = guest();
        var rival = new Rival("replace", () -> sessions.open(guest.actor(), "another", Sessions.USUAL, "",
                clock.instant()));

        new Sessions(rival.of(Persons.class, persons), SampleLinks.TOKENS, SampleSubscribers.IDS).end(guest,
                "a-session");

        assertEquals(List.of("another"), persons.find(guest.person().id())
                .orElseThrow().sessions().stream().map(Session::id).toList());
    }
}
