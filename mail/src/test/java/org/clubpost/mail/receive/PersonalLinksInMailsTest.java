package org.clubpost.mail.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.moderation.Moderate;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;

/** What becomes of mails that quote a personal link, from their arrival to the owners' button. */
final class PersonalLinksInMailsTest {

    private static final MailKey KEY = MailKey.inbound(new ListId("news"), "8p0kbda0e13v");
    private static final String OWNER = "owner@club.example";

    private final World world = new World(SampleLists.aList());
    private final String token = world.links().tokens().sign(new MembershipLink(LinkPurpose.LEAVE_PAGE,
            new ListId("news"), new SubscriberId("0123456789abcdef0123456789abcdef")));

    private Fate receive(SampleMail mail) {
        world.store(KEY, mail);
        return ((Receive.Outcome.Taken) world.receive().receive(KEY)).fate();
    }

    private SampleMail signed(SampleMail mail) {
        return mail.with("MIME-Version", "1.0").with("Content-Type", "multipart/signed; boundary=s")
                .body("--s\r\n\r\n> https://lists.example.org/unsubscribe?token=" + token
                        + "\r\n--s\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--s--\r\n");
    }

    @Test
    void signedMailWithAPersonalLinkGoesBackToItsAuthor() {
        assertEquals(new Fate.Rejected(Reason.of(Reason.Cause.PERSONAL_LINK)),
                receive(signed(SampleMail.from(OWNER))));
        assertEquals(List.of(), world.queue().added());
    }

    @Test
    void noButtonSendsASignedMailWithAPersonalLink() {
        assertInstanceOf(Fate.Held.class, receive(signed(SampleMail.from("stranger@example.net"))));

        var send = SampleLinks.token(world.notices().sent(OwnerNotice.PostHeld.class).getLast().send());
        assertInstanceOf(Moderate.Outcome.CannotBeSent.class, world.moderate().decide(send, ""));
        assertEquals(List.of(), world.queue().added());
    }

    @Test
    void headlineShowsNoToken() {
        receive(SampleMail.from(OWNER).replacing("Subject", "leave " + token));
        assertEquals("leave removed", world.onlyPost().headline().subject());
    }

    @Test
    void headlineThatIsCutShowsNoPieceOfAToken() {
        receive(SampleMail.from(OWNER).replacing("Subject", "x".repeat(170) + " " + token));

        assertEquals("x".repeat(170) + " removed", world.onlyPost().headline().subject());
    }

    @Test
    void ownersAreShownAMailWithoutTheLinkThatItQuotes() {
        for (var mail : List.of(SampleMail.from("author@club.example").body("Help!\r\n> " + token + "\r\n"),
                SampleMail.from("author@club.example").with("Content-Type", "text/html")
                        .body("<p>Help!<p>" + token.substring(0, 9) + "<b></b>" + token.substring(9) + "</p>"),
                SampleMail.from("author@club.example").body("x ".repeat(1_490) + token + " " + "y ".repeat(500)),
                SampleMail.from("author@club.example").replacing("From", "\"" + token + "\" <author@club.example>"))) {
            receive(mail.to("news-owner@lists.example.org"));

            for (var notice : world.notices().sent(OwnerNotice.MailForOwners.class)) {
                var shown = notice.mail().shown();
                var said = shown.text() + shown.writer().orElseThrow().name();
                assertFalse(said.contains(token.substring(0, 20)), said);
            }
        }
    }

    @Test
    void ownersGetAMailForThemWithoutTheLinkThatItQuotes() {
        receive(SampleMail.from("author@club.example").to("news-owner@lists.example.org")
                .body("Help!\r\n> https://lists.example.org/unsubscribe?token=" + token + "\r\n"));

        var attached = world.notices().sent(OwnerNotice.MailForOwners.class).stream().map(notice -> new String(
                notice.mail().content().toByteArray(), StandardCharsets.ISO_8859_1)).toList();
        assertFalse(attached.isEmpty());
        for (var mail : attached) {
            assertTrue(mail.contains("?token=removed\r\n"), mail);
            assertFalse(mail.contains(token), mail);
        }
        assertTrue(world.stored(KEY).contains(token), "what is stored stays as it came");
        assertInstanceOf(PostState.Discarded.class, world.onlyPost().state());
    }
}
