package org.clubpost.core.subscription;

import java.util.List;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/** All lists of this club as one member sees them: those they are on, and those they may join. */
public final class ClubLists {

    private final Memberships memberships;
    private final MembershipTokens tokens;

    /**
     * A list that the member is on.
     *
     * @param list the list
     * @param member the member there
     * @param token the token of a link to the member's settings there. It is as good as the one with which the member
     *         came: with a fresh one, they have proved that they read the mail of their address
     */
    public record Mine(MailingList list, Subscriber.Confirmed member, String token) {}

    /** Sees these. */
    public ClubLists(Lists lists, Subscribers subscribers, MembershipTokens tokens) {
        this.memberships = new Memberships(lists, subscribers);
        this.tokens = tokens;
    }

    /**
     * The lists that a member is on, by their names.
     *
     * @param token the text from the member's fresh link to the settings of one list
     * @return nothing when it is no such link
     */
    public List<Mine> mine(String token) {
        return tokens.verify(token).filter(link -> link.purpose() == LinkPurpose.FRESH_SETTINGS)
                .map(link -> memberships.of(link.subscriber()).stream()
                        .map(each -> new Mine(each.list(), each.member(),
                                tokens.sign(new MembershipLink(LinkPurpose.FRESH_SETTINGS, each.list().id(),
                                        link.subscriber(), link.time()))))
                        .toList())
                .orElseGet(List::of);
    }

    /** The lists that are offered to everybody, without those that the member is on. */
    public List<MailingList> others(Subscriber.Confirmed member) {
        return memberships.openTo(member.id());
    }

    /**
     * The lists that are offered to everybody but that one: for whoever may only have found a member's link, and must not
     * see on which lists that member is.
     */
    public List<MailingList> othersThan(MailingList list) {
        return memberships.offered().filter(each -> !each.id().equals(list.id())).toList();
    }
}
