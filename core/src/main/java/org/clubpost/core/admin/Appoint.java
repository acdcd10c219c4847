package org.clubpost.core.admin;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.secret.SubscriberIds;

/**
 * Who runs a list, and who decides about its posts. Nobody gets a role without accepting it, a list always has an owner,
 * and whoever has a role can give it up. The others are told by mail, as far as mail can be sent at the moment.
 */
public final class Appoint {

    /** How many invitations of a list may be open. */
    public static final int MOST_OPEN = 20;

    private final Lists lists;
    private final ActLog log;
    private final Notices notices;
    private final PublicLinks links;
    private final InvitationTokens tokens;
    private final MailPeopleNews news;
    private final KeepPeople keep;
    private final InstantSource clock;

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * Somebody was asked by mail, perhaps once more.
         *
         * @param invitation what for
         */
        record Invited(Invitation invitation) implements Outcome {}

        /**
         * It is so now.
         *
         * @param list the list
         * @param address whom it is about
         * @param role which role
         */
        record Done(MailingList list, EmailAddress address, Role role) implements Outcome {}

        /** It was so already. */
        record AlreadySo() implements Outcome {}

        /** So many are asked already that nobody else can be, or this one was asked often enough today. */
        record TooMany() implements Outcome {}

        /** The list would have no owner any more. */
        record LastOwner() implements Outcome {}

        /** There is no such list or invitation, or the invitation is used up, too old, or from somebody without a role. */
        record Unknown() implements Outcome {}

        /**
         * The actor may not do that.
         *
         * @param missing what it takes
         */
        record Denied(Permission missing) implements Outcome {}
    }

    /**
     * Where that is kept, and how people are told.
     *
     * @param lists the lists
     * @param log has the invitations
     * @param notices tell people
     * @param links make links
     * @param limits count the mails that ask
     * @param ids stand for addresses
     */
    public record Ports(Lists lists, ActLog log, Notices notices, PublicLinks links, RateLimits limits,
            SubscriberIds ids) {}

    /** Appoints people there. */
    public Appoint(Ports ports, InstantSource clock) {
        this.lists = ports.lists();
        this.log = ports.log();
        this.notices = ports.notices();
        this.links = ports.links();
        this.tokens = new InvitationTokens(ports.links().tokens());
        this.news = MailPeopleNews.asFarAsPossible(notices);
        this.keep = new KeepPeople(new KeepPeople.Ports(lists, log, news, ports.limits(), ports.ids(), this::ask),
                clock);
        this.clock = clock;
    }

    /** All of it for which nobody needs a link. */
    public KeepPeople keep() {
        return keep;
    }

    /** The invitations that wait for an answer, newest first. */
    public List<Invitation> open(ListId list) {
        return keep.open(list);
    }

    /** Asks somebody by mail ({@link KeepPeople#invite}). */
    public Outcome invite(Actor actor, ListId id, EmailAddress address, Role role, boolean handsOver) {
        return keep.invite(actor, id, address, role, handsOver);
    }

    /** Takes an invitation back ({@link KeepPeople#withdraw}). */
    public Outcome withdraw(Actor actor, ListId id, EntryId entry) {
        return keep.withdraw(actor, id, entry);
    }

    /** Takes a role from somebody, or gives up one's own ({@link KeepPeople#remove}). */
    public Outcome remove(Actor actor, ListId id, EmailAddress address, Role role) {
        return keep.remove(actor, id, address, role);
    }

    /**
     * Sends the mail of an invitation for which none could be sent when it was made. May be repeated; then it is sent
     * again. One that is over, or was taken back, is nothing to send.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public void sendOffer(ListId id, EntryId entry) {
        log.find(id, entry, clock.instant()).flatMap(Invitation::of).flatMap(this::offer)
                .ifPresent(offer -> ask(offer.list(), offer.invitation()));
    }

    private void ask(MailingList list, Invitation invitation) {
        notices.send(new OwnerNotice.RoleOffered(list, invitation.address(), invitation.by(),
                invitation.role() == Role.OWNER, links.invitation(tokens.of(invitation)), Invitation.VALID));
    }

    /** The invitation with that token, which can be accepted, and its list. */
    public Optional<Offer> offer(String token) {
        return tokens.read(token).flatMap(named -> log.find(named.list(), named.entry(), clock.instant()))
                .flatMap(Invitation::of).flatMap(this::offer);
    }

    private Optional<Offer> offer(Invitation invitation) {
        return invitation.isOpen(clock.instant())
                ? lists.find(invitation.list())
                        .filter(list -> Role.may(invitation.by(), list, Permission.CHANGE_LIST)
                                || invitation.isCarriedOut(list))
                        .map(list -> new Offer(invitation, list))
                : Optional.empty();
    }

    /**
     * An invitation with its list.
     *
     * @param invitation the invitation
     * @param list the list
     */
    public record Offer(Invitation invitation, MailingList list) {}

    /**
     * Accepts the invitation with that token, which proves the mail to the address. May be repeated: one that died after
     * the list was changed finds it so, tells those who may not have been told, and ends the invitation; also when whoever
     * asked has gone meanwhile, as in handing over.
     */
    public Outcome accept(String token) {
        var offer = offer(token);
        if (offer.isEmpty()) {
            return new Outcome.Unknown();
        }
        var invitation = offer.get().invitation();
        var outcome = keep.change(new Actor.Owner(invitation.address()), invitation.list(),
                list -> Role.may(invitation.by(), list, Permission.CHANGE_LIST) || invitation.isCarriedOut(list)
                        ? Optional.of(invitation.accepted(list))
                        : Optional.empty());
        return outcome.map(changed -> {
            if (changed.isNone()) {
                news.onceMore(changed.after(), invitation);
            } else {
                news.tell(changed);
            }
            keep.end(invitation, Invitation.State.ACCEPTED);
            return new Outcome.Done(changed.after(), invitation.address(), invitation.role());
        }).<Outcome>map(done -> done).orElseGet(Outcome.Unknown::new);
    }
}
