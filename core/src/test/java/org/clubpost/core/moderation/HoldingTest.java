package org.clubpost.core.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.notice.Notice;
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
                desk.notices.sent(Notice.PostHeld.class).stream().map(Notice.PostHeld::recipient).toList());
    }

    @Test
    void ownersGetFiftyMailsADayAndTheOtherPostsWaitWithoutThem() {
        for (var i = 0; i < 51; i++) {
            assertTrue(desk.hold(desk.received()));
        }

        assertEquals(100, desk.notices.sent().size());
        assertEquals(51, desk.posts.of(Desk.LIST.id()).filter(post -> post.state() instanceof Held held && held.told())
                .count());
    }

    @Test
    void linksOfARunThatDiedBeforeEverybodyWasToldStayGood() {
        var post = desk.received();
        desk.notices.takeOnly(notice -> notice.recipient().equals(Desk.LIST.people().owners().getFirst()));
        assertThrows(UnavailableException.class, () -> desk.hold(post));
        desk.notices.takeOnly(_ -> true);
        assertTrue(desk.hold(desk.now(post)));

        var sent = desk.notices.sent(Notice.PostHeld.class);
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
    void authorIsAskedThreeTimesADay() {
        for (var i = 0; i < 3; i++) {
            assertEquals(AskAuthor.Outcome.ASKED, desk.ask(desk.received()));
        }
        var fourth = desk.received();

        assertEquals(AskAuthor.Outcome.TOO_OFTEN, desk.ask(fourth));
        assertEquals(new PostState.Received(), desk.state(fourth));
        assertEquals(3, desk.notices.sent(Notice.ConfirmOwnPost.class).size());
        desk.clock.advance(Duration.ofDays(1));
        assertEquals(AskAuthor.Outcome.ASKED, desk.ask(fourth));
        assertEquals(Held.Decider.AUTHOR, ((Held) desk.state(fourth)).decider());
    }

    @Test
    void authorIsToldOfTenRejectionsADayAndTheOthersAreDiscarded() {
        for (var i = 0; i < 10; i++) {
            var post = desk.received();
            assertTrue(desk.reject().reject(Desk.read(post), Desk.SAM, Desk.REASON));
            assertEquals(new PostState.Rejected(Desk.REASON), desk.state(post));
        }
        var last = desk.received();

        assertFalse(desk.reject().reject(Desk.read(last), Desk.SAM, Desk.REASON));
        assertEquals(new PostState.Discarded(Desk.REASON), desk.state(last));
        assertEquals(10, desk.notices.sent(Notice.PostRejected.class).size());
        assertEquals(new Notice.PostRejected(Desk.LIST, Desk.SAM, "Chess sets", "<1@x>", Desk.REASON),
                desk.notices.sent().getFirst());
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
