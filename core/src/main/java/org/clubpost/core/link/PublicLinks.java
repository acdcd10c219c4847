package org.clubpost.core.link;

import java.net.URI;
import java.time.Instant;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.secret.SubscriberId;

/**
 * The addresses of the pages, as they stand in mails. Tokens and list names need no escaping in a URI.
 *
 * @param base where the service is seen from outside, without a slash at its end, such as {@code
 *         https://lists.example.org} or {@code https://club.example/lists}
 * @param tokens signs membership links
 */
public record PublicLinks(URI base, MembershipTokens tokens) {

    /**
     * Whether this text is a token of ours, of whatever kind: the one place that knows all kinds. A token without a
     * signature is known by its form.
     *
     * @param text any text, of any length
     */
    public boolean isToken(String text) {
        return tokens.verify(text).isPresent() || ConfirmationToken.parse(text).isPresent()
                || ModerationToken.parse(text).isPresent();
    }

    /**
     * Whether a token without a signature may begin with these characters: each begins with a version octet from 1 to 3.
     */
    public static boolean mayBeginUnsigned(byte first, byte second) {
        return first == 'A' && Base64Url.value(second) >= 16;
    }

    /** The sign-up form of a list. */
    public URI signUp(ListId list) {
        return page("/subscribe?list=" + list.value());
    }

    /** The page on which a request is confirmed. */
    public URI confirm(ConfirmationToken token) {
        return page("/confirm?token=" + token.text());
    }

    /** The page for withdrawing a request that somebody else made. */
    public URI withdraw(ConfirmationToken token) {
        return page("/withdraw?token=" + token.text());
    }

    /** The page for deciding about a held post. */
    public URI moderate(ModerationToken token) {
        return page("/moderate?token=" + token.text());
    }

    /** The page on which a member leaves: the link in a mail's text. */
    public URI leavePage(ListId list, SubscriberId subscriber) {
        return leave(new MembershipLink(LinkPurpose.LEAVE_PAGE, list, subscriber));
    }

    /** The page on which a member changes their settings: the other link in a mail's text. */
    public URI managePage(ListId list, SubscriberId subscriber) {
        return page("/manage?token=" + tokens.sign(new MembershipLink(LinkPurpose.MANAGE_PAGE, list, subscriber)));
    }

    /**
     * The page with all settings of a member, by a link that ends. It goes to the member's own address only.
     *
     * @param until when the link ends
     */
    public URI freshSettings(ListId list, SubscriberId subscriber, Instant until) {
        return page("/manage?token="
                + tokens.sign(new MembershipLink(LinkPurpose.FRESH_SETTINGS, list, subscriber, until)));
    }

    /**
     * The page on which a member who left comes back. It goes to the member's own address only.
     *
     * @param left when the member left; the link undoes no later leave
     */
    public URI comeBack(ListId list, SubscriberId subscriber, Instant left) {
        return leave(new MembershipLink(LinkPurpose.COME_BACK, list, subscriber, left));
    }

    /** The target of a one-click POST (RFC 8058): the link in a mail's header. */
    public URI oneClick(ListId list, SubscriberId subscriber) {
        return leave(new MembershipLink(LinkPurpose.ONE_CLICK, list, subscriber));
    }

    /** The mailto URI (RFC 6068) that ends the membership: for mail programs without one-click. */
    public URI leaveMail(MailingList list, SubscriberId subscriber) {
        var token = tokens.sign(new MembershipLink(LinkPurpose.LEAVE_MAIL, list.id(), subscriber));
        return URI.create("mailto:" + list.address(ListRole.LEAVE).ascii() + "?subject=leave%20" + token);
    }

    /** This does not use {@link URI#resolve}, which would drop a path of the base. */
    private URI page(String path) {
        return URI.create(base + path);
    }

    private URI leave(MembershipLink link) {
        return page("/unsubscribe?token=" + tokens.sign(link));
    }
}
