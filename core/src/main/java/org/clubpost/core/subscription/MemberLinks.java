package org.clubpost.core.subscription;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.ShortToken;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Slice;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Says whom the token of a link means. A long token names the list and the member itself. For a short one the lists
 * that it may be about, one as a rule, are asked for the members whose keys begin as it says, and of those its seal
 * fits one.
 *
 * <p>Nothing is read for a token that was not made here. When two members fit, which no two of any real size do, it
 * means nobody: then its link cannot be used, and the long ones in the header of each mail can.
 */
final class MemberLinks {

    /** More than have keys that begin alike, by 40 bits, on a list of any size. */
    private static final int MOST = 100;

    private final Lists lists;
    private final Subscribers subscribers;
    private final MembershipTokens tokens;

    /** Whom a token means. */
    sealed interface Meant {

        /**
         * A member, or whoever was one; of a list that exists.
         *
         * @param list the list
         * @param link what the token says
         */
        record Somebody(MailingList list, MembershipLink link) implements Meant {}

        /**
         * Nobody who is a member now. Whether its member left or its seal was changed cannot be told apart: the seal is
         * over the whole key, which nobody has once the member is gone.
         *
         * @param list the list
         * @param token what the token says
         */
        record NoMember(MailingList list, ShortToken token) implements Meant {}

        /** It is none of ours, its list is gone, or it fits several. */
        record Unknown() implements Meant {}
    }

    MemberLinks(Lists lists, Subscribers subscribers, MembershipTokens tokens) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.tokens = tokens;
    }

    /**
     * Whom that token means. Changes nothing.
     *
     * @param token the text from the link
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Meant meant(String token) {
        return tokens.shorts().read(token).map(this::meant).orElseGet(() -> tokens.verify(token)
                .flatMap(this::somebody).orElseGet(Meant.Unknown::new));
    }

    private Optional<Meant> somebody(MembershipLink link) {
        return lists.find(link.list()).map(list -> new Meant.Somebody(list, link));
    }

    private Meant meant(ShortToken token) {
        var possible = lists.ids().stream().filter(token::isAbout).toList();
        var fitting = possible.stream().flatMap(list -> fitting(token, list).stream()).toList();
        if (fitting.size() == 1) {
            return somebody(fitting.getFirst()).orElseGet(Meant.Unknown::new);
        }
        return possible.size() == 1 && fitting.isEmpty()
                ? lists.find(possible.getFirst()).<Meant>map(list -> new Meant.NoMember(list, token))
                        .orElseGet(Meant.Unknown::new)
                : new Meant.Unknown();
    }

    private List<MembershipLink> fitting(ShortToken token, ListId list) {
        var slice = new Slice(token.first(), token.last());
        return subscribers.places(list, new Audience.Everyone(), slice, MOST).stream()
                .flatMap(place -> tokens.shorts().link(token, list, place.id()).stream()).toList();
    }
}
