package org.clubpost.core.link;

import java.net.URI;
import java.time.Instant;
import org.clubpost.core.address.EmailAddress;
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
        return tokens.verify(text).isPresent() || tokens.shorts().read(text).isPresent()
                || ConfirmationToken.parse(text).isPresent() || JointToken.parse(text).isPresent()
                || ModerationToken.parse(text).isPresent() || new OwnerTokens(tokens).isToken(text);
    }

    /**
     * Whether a token without a signature may begin with these characters: each begins with a version octet from 1 to
     * 3.
     */
    public static boolean mayBeginUnsigned(byte first, byte second) {
        return first == 'A' && Base64Url.value(second) >= 16;
    }

    /**
     * The page on which somebody who runs lists signs in.
     *
     * @param token what the mail to them proves
     */
    public URI signIn(String token) {
        return page("/rooms/sign-in?token=" + token);
    }

    /** The sign-up form of a list. */
    public URI signUp(ListId list) {
        return page("/subscribe?list=" + list.value());
    }

    /**
     * The page on which somebody accepts to run a list.
     *
     * @param token names the invitation
     */
    public URI invitation(String token) {
        return page("/rooms/invitation?token=" + token);
    }

    /** The page on which a request is confirmed. */
    public URI confirm(ConfirmationToken token) {
        return page("/confirm?token=" + token.text());
    }

    /** The page for withdrawing a request that somebody else made. */
    public URI withdraw(ConfirmationToken token) {
        return page("/withdraw?token=" + token.text());
    }

    /** The page on which requests for several lists are confirmed. */
    public URI confirm(JointToken token) {
        return page("/confirm?token=" + token.text());
    }

    /** The page for withdrawing requests for several lists that somebody else made. */
    public URI withdraw(JointToken token) {
        return page("/withdraw?token=" + token.text());
    }

    /** The front page, with all lists that are offered to everybody. */
    public URI front() {
        return page("/subscribe");
    }

    /** The page for deciding about a held post. */
    public URI moderate(ModerationToken token) {
        return page("/moderate?token=" + token.text());
    }

    /**
     * The page on which a member leaves: the link in a mail's text. It has 27 characters after the host, so that no
     * mail program breaks its line ({@link ShortTokens}).
     */
    public URI leavePage(ListId list, SubscriberId subscriber) {
        return page("/u?" + tokens.shorts().sign(new MembershipLink(LinkPurpose.LEAVE_PAGE, list, subscriber)));
    }

    /** The page on which a member changes their settings: the other link in a mail's text, as short as that. */
    public URI managePage(ListId list, SubscriberId subscriber) {
        return page("/s?" + tokens.shorts().sign(new MembershipLink(LinkPurpose.MANAGE_PAGE, list, subscriber)));
    }

    /**
     * The page with all settings of a member, by a link that ends. It goes to the member's own address only.
     *
     * @param until when the link ends
     */
    public URI freshSettings(ListId list, SubscriberId subscriber, Instant until) {
        return own("/manage", list, subscriber, until);
    }

    /**
     * The page on which somebody has themselves erased. It goes to their own address only.
     *
     * @param until when the link ends
     */
    public URI eraseMe(ListId list, SubscriberId subscriber, Instant until) {
        return own("/erase", list, subscriber, until);
    }

    /**
     * The page on which somebody sees what is stored about them. It goes to their own address only.
     *
     * @param until when the link ends
     */
    public URI myData(ListId list, SubscriberId subscriber, Instant until) {
        return own("/my-data", list, subscriber, until);
    }

    private URI own(String path, ListId list, SubscriberId subscriber, Instant until) {
        return page(path + "?token="
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

    /** The page on which a new address is confirmed. It goes to the new address only. */
    public URI newAddress(ConfirmationToken token) {
        return page("/address?token=" + token.text());
    }

    /**
     * The page on which a change of address is undone. It goes to the old address only.
     *
     * @param old the key of the old address
     * @param moved the time of the change; the link undoes no other one
     */
    public URI oldAddress(ListId list, SubscriberId old, Instant moved) {
        return page("/address?token=" + tokens.sign(new MembershipLink(LinkPurpose.OLD_ADDRESS, list, old, moved)));
    }

    /** The page on which anybody has the links to their memberships sent to their own address. */
    public URI withoutMail() {
        return page("/leave");
    }

    /**
     * The page on which an owner lets somebody in who waits for that.
     *
     * @param asked since when they wait; the link decides about no later request
     */
    public URI letIn(ListId list, SubscriberId subscriber, Instant asked) {
        return decision(new MembershipLink(LinkPurpose.LET_IN, list, subscriber, asked));
    }

    /** The page on which an owner refuses them. */
    public URI refuse(ListId list, SubscriberId subscriber, Instant asked) {
        return decision(new MembershipLink(LinkPurpose.REFUSE, list, subscriber, asked));
    }

    private URI decision(MembershipLink link) {
        return page("/moderate?token=" + tokens.sign(link));
    }

    /** The same page for deciding about a held post, as that owner gets the link. */
    public URI moderate(ModerationToken token, EmailAddress owner) {
        return decision(token.text(), owner);
    }

    /** The same page for letting somebody in, as that owner gets the link. */
    public URI letIn(ListId list, SubscriberId subscriber, Instant asked, EmailAddress owner) {
        return decision(tokens.sign(new MembershipLink(LinkPurpose.LET_IN, list, subscriber, asked)), owner);
    }

    /** The same page for refusing somebody, as that owner gets the link. */
    public URI refuse(ListId list, SubscriberId subscriber, Instant asked, EmailAddress owner) {
        return decision(tokens.sign(new MembershipLink(LinkPurpose.REFUSE, list, subscriber, asked)), owner);
    }

    /** The link to a page for deciding, as that owner gets it. */
    public URI sentTo(EmailAddress owner, URI decision) {
        var link = decision.toString();
        return decision(link.substring(link.lastIndexOf('=') + 1), owner);
    }

    private URI decision(String token, EmailAddress owner) {
        return page("/moderate?token=" + DecisionToken.of(token, owner, tokens).text());
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
