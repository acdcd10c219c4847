package org.clubpost.core.link;

import static org.clubpost.core.link.SampleLinks.LINKS;
import static org.clubpost.core.link.SampleLinks.TOKENS;
import static org.clubpost.core.link.SampleLinks.token;
import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.subscriber.SampleSubscribers.aKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.PostId;
import org.junit.jupiter.api.Test;

final class PublicLinksTest {

    private static final ListId NEWS = new ListId("news");

    private static void assertPage(String expected, URI link) {
        assertEquals("https://lists.example.org" + expected,
                link.toString().substring(0, link.toString().indexOf('?')));
    }

    @Test
    void formIsNamedForItsList() {
        assertEquals(URI.create("https://lists.example.org/subscribe?list=news"), LINKS.signUp(NEWS));
    }

    @Test
    void confirmationMailHasALinkForEachAnswer() {
        var token = ConfirmationToken.create(NEWS, aKey("1"), new Random(1));

        assertEquals(URI.create("https://lists.example.org/confirm?token=" + token.text()), LINKS.confirm(token));
        assertEquals(URI.create("https://lists.example.org/withdraw?token=" + token.text()), LINKS.withdraw(token));
    }

    @Test
    void eachWayToLeaveHasATokenOfItsOwnPurpose() {
        var page = LINKS.leavePage(NEWS, aKey("1"));
        var oneClick = LINKS.oneClick(NEWS, aKey("1"));

        assertPage("/u", page);
        assertPage("/unsubscribe", oneClick);
        assertEquals(Optional.of(new MembershipLink(LinkPurpose.LEAVE_PAGE, NEWS, aKey("1"))), shortLink(page));
        assertEquals(Optional.of(new MembershipLink(LinkPurpose.ONE_CLICK, NEWS, aKey("1"))),
                TOKENS.verify(token(oneClick)));
    }

    @Test
    void settingsHaveAPageAndATokenOfTheirOwn() {
        var manage = LINKS.managePage(NEWS, aKey("1"));

        assertPage("/s", manage);
        assertEquals(Optional.of(new MembershipLink(LinkPurpose.MANAGE_PAGE, NEWS, aKey("1"))), shortLink(manage));
    }

    private static Optional<MembershipLink> shortLink(URI link) {
        return TOKENS.shorts().read(token(link)).flatMap(read -> TOKENS.shorts().link(read, NEWS, aKey("1")));
    }

    /** Many programs break lines at 76 characters (RFC 2045 section 6.7), and a broken link leads nowhere. */
    @Test
    void linksInTextsFitIntoALineWhateverTheListsName() {
        var host = "https://" + "h".repeat(32) + ".example";
        var links = new PublicLinks(URI.create(host), TOKENS);
        assertEquals("https://".length() + 40, host.length());

        for (var list : List.of("a", "news", "a".repeat(40))) {
            for (var key : List.of("0", "ff", "0123456789abcdef")) {
                assertEquals(75, links.leavePage(new ListId(list), aKey(key)).toString().length());
                assertEquals(75, links.managePage(new ListId(list), aKey(key)).toString().length());
            }
        }
    }

    @Test
    void linksThatEndHoldTheirTime() {
        var fresh = LINKS.freshSettings(NEWS, aKey("1"), FixedClock.START);
        var back = LINKS.comeBack(NEWS, aKey("1"), FixedClock.START);

        assertPage("/manage", fresh);
        assertPage("/unsubscribe", back);
        assertEquals(Optional.of(new MembershipLink(LinkPurpose.FRESH_SETTINGS, NEWS, aKey("1"), FixedClock.START)),
                TOKENS.verify(token(fresh)));
        assertEquals(Optional.of(new MembershipLink(LinkPurpose.COME_BACK, NEWS, aKey("1"), FixedClock.START)),
                TOKENS.verify(token(back)));
    }

    @Test
    void mailThatLeavesGoesToTheListWithATokenInItsSubject() {
        var link = LINKS.leaveMail(aList(), aKey("1")).toString();

        var start = "mailto:news-leave@lists.example.org?subject=leave%20";
        assertTrue(link.startsWith(start), link);
        assertEquals(Optional.of(new MembershipLink(LinkPurpose.LEAVE_MAIL, NEWS, aKey("1"))),
                TOKENS.verify(link.substring(start.length())));
    }

    @Test
    void pathOfTheBaseIsKept() {
        var links = new PublicLinks(URI.create("https://club.example:8443/lists"), TOKENS);

        var moderation = ModerationToken.create(new PostId("019c0ffee0001234567890ab"),
                ModerationToken.Action.SEND, new Random(1));
        assertEquals(URI.create("https://club.example:8443/lists/subscribe?list=news"), links.signUp(NEWS));
        assertEquals(URI.create("https://club.example:8443/lists/moderate?token=" + moderation.text()),
                links.moderate(moderation));
    }
}
