package org.clubpost.core.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.PostState.Held;
import org.clubpost.core.reason.Reason;
import org.junit.jupiter.api.Test;

/** How posts come to wait, or go nowhere. */
class HoldingTest {

    private final Desk desk = new Desk();

    @Test
    void heldPostIsShownToEveryOwnerAndThenSaysThatTheyKnow() {
        var post = desk.received();

        assertTrue(desk.hold(post));

        var held = assertInstanceOf(Held.class, desk.state(post));
        assertEquals(Desk.REASON, held.reason());
        assertEquals(Held.Decider.OWNERS, held.decider());
        assertTrue(held.told());
        assertEquals(desk.clock.instant().plus(Duration.ofDays(14)), held.until());
        assertEquals("Chess sets", desk.now(post).headline().subject());
        assertEquals(Desk.LIST.people().owners(),
                desk.notices.sent(OwnerNotice.PostHeld.class).stream().map(OwnerNotice.PostHeld::recipient).toList());
    }

    @Test
    void manyHeldPostsAreGatheredAndNoneIsForgotten() {
        for (var i = 0; i < 51; i++) {
            assertTrue(desk.hold(desk.received()));
        }

        assertEquals(5 * 2, desk.notices.sent().size());
        assertEquals(List.of(false, false, false, false, false, false, false, false, true, true),
                desk.notices.sent(OwnerNotice.PostHeld.class).stream().map(OwnerNotice.PostHeld::isLast).toList());
        assertEquals(46, gathered(News.Kind.HELD));
        assertEquals(51, desk.posts.of(Desk.LIST.id()).filter(post -> post.state() instanceof Held held && held.told())
                .count());
    }

    private long gathered(News.Kind kind) {
        return desk.gathered.all().stream().filter(news -> news.kind() == kind).count();
    }

    @Test
    void ownersAreToldAgainThreeDaysBeforeAPostIsLetGo() {
        var post = desk.received();
        desk.hold(post);

        assertEquals(List.of(News.of(Desk.LIST.id(), News.Kind.STILL_HELD, post.id(),
                FixedClock.START.plus(Duration.ofDays(11)).truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)))),
                desk.gathered.all());
    }

    private static HoldForOwners.Writer proven(EmailAddress author) {
        return new HoldForOwners.Writer(new Owners.Sender(author.compared(), true, Optional.empty()),
                Optional.of(author));
    }

    @Test
    void aProvenAuthorIsToldOnceADayThatTheMailWaits() {
        desk.hold(desk.received(), proven(Desk.SAM));
        desk.hold(desk.received(), proven(Desk.SAM));

        assertEquals(List.of(new PostNotice.PostWaitsForOwners(Desk.LIST, Desk.SAM, "Chess sets", "<1@x>", Desk.REASON,
                Duration.ofDays(14))), desk.notices.sent(PostNotice.PostWaitsForOwners.class));
        desk.clock.advance(Duration.ofDays(1));
        desk.hold(desk.received(), proven(Desk.SAM));
        assertEquals(2, desk.notices.sent(PostNotice.PostWaitsForOwners.class).size());
    }

    @Test
    void anOwnerAndWhoeverIsNotProvenAreNotToldThatTheMailWaits() {
        desk.hold(desk.received(), proven(Desk.LIST.people().owners().getFirst()));
        desk.hold(desk.received());

        assertEquals(List.of(), desk.notices.sent(PostNotice.PostWaitsForOwners.class));
    }

    @Test
    void linksOfARunThatDiedBeforeEverybodyWasToldStayGood() {
        var post = desk.received();
        desk.notices.takeOnly(notice -> notice.recipient().equals(Desk.LIST.people().owners().getFirst()));
        assertThrows(UnavailableException.class, () -> desk.hold(post));
        desk.notices.takeOnly(_ -> true);
        assertTrue(desk.hold(desk.now(post)));

        var sent = desk.notices.sent(OwnerNotice.PostHeld.class);
        assertEquals(3, sent.size());
        sent.forEach(notice -> assertInstanceOf(Moderate.Outcome.Open.class, desk.look(notice.refuse())));
    }

    @Test
    void linksForTheOwnersEndWhenItsAuthorIsAskedInstead() {
        var post = desk.received();
        desk.notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, () -> desk.hold(post));
        desk.notices.takeOnly(_ -> true);
        var earlier = ((Held) desk.state(post)).links();

        desk.ask(desk.now(post));

        var links = ((Held) desk.state(post)).links();
        assertEquals(2, links.size());
        assertTrue(links.stream().noneMatch(earlier::contains));
    }

    @Test
    void whereSomebodyWasFasterNobodyIsTold() {
        var seen = desk.received();
        desk.in(seen, new PostState.Discarded(Desk.REASON));

        assertFalse(desk.hold(seen));
        assertEquals(AskAuthor.Outcome.SETTLED, desk.ask(seen));
        assertEquals(0, desk.notices.sent().size());
    }

    @Test
    void authorIsAskedOnceADay() {
        assertEquals(AskAuthor.Outcome.ASKED, desk.ask(desk.received()));
        var second = desk.received();

        assertEquals(AskAuthor.Outcome.TOO_OFTEN, desk.ask(second));
        assertEquals(new PostState.Received(), desk.state(second));
        assertEquals(1, desk.notices.sent(PostNotice.ConfirmOwnPost.class).size());
        desk.clock.advance(Duration.ofDays(1));
        assertEquals(AskAuthor.Outcome.ASKED, desk.ask(second));
        assertEquals(Held.Decider.AUTHOR, ((Held) desk.state(second)).decider());
    }

    @Test
    void anAuthorIsAnsweredOnceADayAndARunThatDiedDoesNotCount() {
        var first = desk.received();
        desk.notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class,
                () -> desk.reject().reject(Desk.read(first), Desk.SAM, Desk.REASON));
        desk.notices.takeOnly(_ -> true);
        assertTrue(desk.reject().reject(Desk.read(first), Desk.SAM, Desk.REASON));
        var second = desk.received();

        assertFalse(desk.reject().reject(Desk.read(second), Desk.SAM, Desk.REASON));

        assertEquals(new PostState.Rejected(Desk.REASON), desk.state(first));
        assertEquals(new PostState.Received(), desk.state(second));
        assertEquals(List.of(new PostNotice.PostRejected(Desk.LIST, Desk.SAM, "Chess sets", "<1@x>", Desk.REASON)),
                desk.notices.sent());
        desk.clock.advance(Duration.ofDays(1));
        assertTrue(desk.reject().reject(Desk.read(second), Desk.SAM, Desk.REASON));
    }

    @Test
    void authorIsToldOfTenDecisionsADayAndTheOthersAreDiscarded() {
        for (var i = 0; i < 10; i++) {
            var post = desk.received();
            assertTrue(desk.reject().decided(Desk.read(post), Desk.SAM, Desk.REASON));
            assertEquals(new PostState.Rejected(Desk.REASON), desk.state(post));
        }
        var last = desk.received();

        assertFalse(desk.reject().decided(Desk.read(last), Desk.SAM, Desk.REASON));
        assertEquals(new PostState.Discarded(Desk.REASON), desk.state(last));
        assertEquals(10, desk.notices.sent(PostNotice.PostRejected.class).size());
    }

    @Test
    void whatSaysWhatAPostIsNamesNothingOfItsMail() {
        var post = desk.received();

        assertEquals("ReadPost[" + post.id() + "]", Desk.read(post).toString());
    }

    @Test
    void whatAnOwnerTypesBecomesOneLineThatFoolsNobody() {
        assertEquals(Reason.of(Reason.Cause.REFUSED_BY_OWNERS), Explanation.parse(" \r\n ").reason());
        assertEquals(Reason.of(Reason.Cause.REFUSED_BY_OWNERS_BECAUSE, "Wrong list,  sorry."),
                Explanation.parse(" Wrong list,\r\n\u202esor\u2066ry.\u2028\u2029 ").reason());
        assertEquals("♞".repeat(500), Explanation.parse("♞".repeat(500)).text());
        assertEquals("♞".repeat(499) + "…", Explanation.parse("♞".repeat(501)).text());
    }
}
