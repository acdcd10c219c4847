package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.InMemoryListMakers;
import org.clubpost.core.admin.Makers;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.person.EnterByMail.Kept;
import org.clubpost.core.person.EnterByMail.Look;
import org.clubpost.core.person.EnterByMail.Outcome;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** From the address that somebody enters to the session, and every way that must not lead there. */
class EnterByMailTest {

    private static final EmailAddress OLGA = SampleLists.aList().people().owners().getFirst();
    private static final EmailAddress STRANGER = EmailAddress.of("sam@stranger.example");
    private static final String AGENT = "Mozilla/5.0";

    private final FixedClock clock = new FixedClock();
    private final MailingList list = SampleLists.aList();
    private final InMemoryLists lists = new InMemoryLists(list);
    private final InMemorySignIns signIns = new InMemorySignIns();
    private final InMemoryPersons persons = new InMemoryPersons();
    private final CollectingNotices notices = new CollectingNotices();
    private final MembershipTokens marks = new MembershipTokens(new SigningKeys(1,
            Map.of(1, new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(US_ASCII), "HmacSHA256"))));
    private final SignInTokens tokens = new SignInTokens(marks);
    private final Sessions sessions = new Sessions(persons, marks, SampleSubscribers.IDS);
    private final AskToSignIn ask = new AskToSignIn(signIns, new InMemoryRateLimits(), SampleSubscribers.IDS,
            new Random(1));
    private final EnterByMail enter = new EnterByMail(signIns, tokens, sessions);
    private final InMemoryListMakers makers = new InMemoryListMakers();
    private final SendSignInMails mails = new SendSignInMails(signIns, lists, makers, notices,
            new PublicLinks(URI.create("https://lists.example.org"), marks), tokens, clock);

    private Kept asked(EmailAddress address) {
        var taken = ask.ask(address, Locale.ENGLISH, new Origin(clock.instant(), "192.0.2.7", AGENT)).orElseThrow();
        return new Kept(taken.id(), taken.secret());
    }

    private String mailed() {
        mails.run();
        var link = notices.sent(OwnerNotice.SignIn.class).getLast().link().toString();
        return link.substring(link.indexOf("token=") + "token=".length());
    }

    private Optional<Guest> guest(Outcome outcome) {
        return sessions.find(assertInstanceOf(Outcome.In.class, outcome).opened().cookie(), clock.instant());
    }

    @Test
    void linkSignsInWhereItWasAskedFor() {
        var browser = asked(OLGA);
        var link = mailed();

        assertEquals(new Look.Here(), enter.look(link, browser, clock.instant()));
        var guest = guest(enter.byLink(link, browser, Sessions.USUAL, AGENT, clock.instant()));

        assertEquals(Optional.of(new Actor.Owner(OLGA)), guest.map(Guest::actor));
    }

    @Test
    void onlyThoseWhoRunAListGetAMail() {
        asked(STRANGER);
        asked(OLGA);

        assertEquals(2, mails.run());
        assertEquals(0, mails.run());

        assertEquals(List.of(OLGA),
                notices.sent(OwnerNotice.SignIn.class).stream().map(OwnerNotice.SignIn::recipient).toList());
    }

    @Test
    void makerOfListsWhoRunsNoneGetsAMailToo() {
        var maker = EmailAddress.of("maker@club.example");
        makers.replace(Makers.NOBODY, new Makers(List.of(maker), List.of()));
        asked(maker);
        asked(STRANGER);

        mails.run();

        assertEquals(List.of(maker),
                notices.sent(OwnerNotice.SignIn.class).stream().map(OwnerNotice.SignIn::recipient).toList());
    }

    @Test
    void linkInAnotherBrowserUsesNothingUpAndShowsTheCode() {
        var browser = asked(OLGA);
        var link = mailed();

        var look = assertInstanceOf(Look.Elsewhere.class, enter.look(link, Kept.NOTHING, clock.instant()));
        assertEquals(new Outcome.Over(),
                enter.byLink(link, Kept.NOTHING, Sessions.USUAL, AGENT, clock.instant()));
        assertEquals(new Outcome.Over(), enter.byLink(link, new Kept(browser.id(), "guessed"), Sessions.USUAL, AGENT,
                clock.instant()));

        var typed = look.code().text().toLowerCase(Locale.ROOT).replace("-", " ");
        assertTrue(guest(enter.byCode(typed, browser, Sessions.USUAL, AGENT, clock.instant())).isPresent());
    }

    @Test
    void codeIsOfNoUseInAnotherBrowser() {
        var browser = asked(OLGA);
        var code = assertInstanceOf(Look.Elsewhere.class, enter.look(mailed(), Kept.NOTHING, clock.instant())).code();

        assertEquals(new Outcome.Over(), enter.byCode(code.text(), new Kept(browser.id(), "guessed"), Sessions.USUAL,
                AGENT, clock.instant()));
        assertEquals(new Outcome.Over(),
                enter.byCode(code.text(), asked(STRANGER).id().isEmpty() ? browser : Kept.NOTHING, Sessions.USUAL,
                        AGENT, clock.instant()));
    }

    @Test
    void linkOfOneWishIsOfNoUseInTheBrowserOfAnother() {
        asked(OLGA);
        var link = mailed();
        var other = asked(OLGA);

        assertEquals(new Outcome.Over(), enter.byLink(link, other, Sessions.USUAL, AGENT, clock.instant()));
    }

    @Test
    void linkWorksOnceAndPressingTwiceGivesOneSession() {
        var browser = asked(OLGA);
        var link = mailed();
        var seen = signIns.find(browser.id()).orElseThrow();

        var first = assertInstanceOf(Outcome.In.class,
                enter.byLink(link, browser, Sessions.USUAL, AGENT, clock.instant()));
        assertEquals(new Outcome.Over(), enter.byLink(link, browser, Sessions.USUAL, AGENT, clock.instant()));
        // As if it had died before the wish was removed.
        signIns.replace(Optional.empty(), seen);
        var again = assertInstanceOf(Outcome.In.class,
                enter.byLink(link, browser, Sessions.USUAL, AGENT, clock.instant()));

        assertEquals(first.opened(), again.opened());
        assertEquals(1, sessions.find(first.opened().cookie(), clock.instant()).orElseThrow().person().sessions()
                .size());
    }

    @Test
    void linkEndsAfterAQuarterOfAnHour() {
        var browser = asked(OLGA);
        var link = mailed();
        var later = clock.instant().plus(SignIn.OPEN_FOR);

        assertEquals(new Look.Over(), enter.look(link, browser, later));
        assertEquals(new Outcome.Over(), enter.byLink(link, browser, Sessions.USUAL, AGENT, later));
        assertEquals(new Look.Here(), enter.look(link, browser, later.minusMillis(1)));
    }

    @Test
    void fewCodesMayBeTyped() {
        var browser = asked(OLGA);
        var code = assertInstanceOf(Look.Elsewhere.class, enter.look(mailed(), Kept.NOTHING, clock.instant())).code();

        for (var left = SignIn.MOST_TRIES - 1; left > 0; left--) {
            assertEquals(new Outcome.Wrong(left),
                    enter.byCode("BBBB-BBBB", browser, Sessions.USUAL, AGENT, clock.instant()));
        }
        assertEquals(new Outcome.Over(), enter.byCode("BBBB-BBBB", browser, Sessions.USUAL, AGENT, clock.instant()));
        assertEquals(new Outcome.Over(), enter.byCode(code.text(), browser, Sessions.USUAL, AGENT, clock.instant()));
    }

    @Test
    void madeUpLinksAreNone() {
        var browser = asked(OLGA);
        var link = mailed();

        for (var forged : List.of("", "x", link.substring(1), link + "A", browser.id() + "A".repeat(16))) {
            assertEquals(new Look.Over(), enter.look(forged, browser, clock.instant()), forged);
        }
    }

    @Test
    void floodIsRefusedWhoeverIsMeant() {
        for (var address : List.of(OLGA, STRANGER)) {
            var taken = 0;
            for (var i = 0; i < 30; i++) {
                taken += ask.ask(address, Locale.ENGLISH, new Origin(clock.instant(), "198.51.100." + i, AGENT))
                        .isPresent() ? 1 : 0;
            }
            assertEquals(10, taken);
        }
    }

    @Test
    void madeUpAndEndedCookiesAreNobody() {
        var opened = sessions.open(new Actor.Owner(OLGA), "s".repeat(22), Sessions.USUAL, AGENT, clock.instant());
        var other = sessions.open(new Actor.Operator(), "t".repeat(22), Sessions.USUAL, AGENT, clock.instant());

        var parts = opened.cookie().split("\\.", -1);
        var foreign = other.cookie().split("\\.", -1);
        for (var cookie : List.of("", "a.b.c", parts[0] + "." + parts[1] + "." + foreign[2],
                foreign[0] + "." + parts[1] + "." + parts[2], "x".repeat(5_000))) {
            assertEquals(Optional.empty(), sessions.find(cookie, clock.instant()), cookie);
        }
        assertEquals(Optional.empty(), sessions.find(opened.cookie(), clock.instant().plus(Duration.ofHours(12))));
        assertTrue(sessions.find(opened.cookie(), clock.instant().plus(Duration.ofHours(11))).isPresent());
    }

    @Test
    void signingOutEverywhereEndsAllSessionsAtOnce() {
        var phone = sessions.open(new Actor.Owner(OLGA), "p".repeat(22), Sessions.LONG, AGENT, clock.instant());
        var desk = sessions.open(new Actor.Owner(OLGA), "d".repeat(22), Sessions.USUAL, AGENT, clock.instant());
        var guest = sessions.find(phone.cookie(), clock.instant()).orElseThrow();
        assertNotEquals(phone.cookie(), desk.cookie());

        sessions.endAll(guest);

        assertEquals(Optional.empty(), sessions.find(phone.cookie(), clock.instant()));
        assertEquals(Optional.empty(), sessions.find(desk.cookie(), clock.instant()));
    }

    @Test
    void signingOutEndsOneSession() {
        var phone = sessions.open(new Actor.Owner(OLGA), "p".repeat(22), Sessions.LONG, AGENT, clock.instant());
        var desk = sessions.open(new Actor.Owner(OLGA), "d".repeat(22), Sessions.USUAL, AGENT, clock.instant());

        sessions.end(sessions.find(desk.cookie(), clock.instant()).orElseThrow(), "p".repeat(22));

        assertEquals(Optional.empty(), sessions.find(phone.cookie(), clock.instant()));
        assertTrue(sessions.find(desk.cookie(), clock.instant()).isPresent());
    }

    @Test
    void nobodyHasMoreSessionsThanMayBe() {
        Instant now = clock.instant();
        for (var i = 0; i < Person.MOST_SESSIONS + 5; i++) {
            sessions.open(new Actor.Owner(OLGA), "session-%02d".formatted(i), Sessions.LONG, AGENT, now);
        }

        var person = persons.find(PersonId.of(new Actor.Owner(OLGA), SampleSubscribers.IDS)).orElseThrow();
        assertEquals(Person.MOST_SESSIONS, person.sessions().size());
        assertEquals("session-05", person.sessions().getFirst().id());
    }
}
