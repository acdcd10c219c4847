package org.clubpost.core.privacy;

import java.time.Instant;
import java.util.Optional;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Manage;

/**
 * Says what a link is good for that somebody uses to see or to erase what is stored about them. Only a fresh link is,
 * which went to their own address and whose time is not over: then whoever has it reads the mail of that address. It
 * is good for whoever left, too.
 */
public final class OwnLinks {

    private final Lists lists;
    private final Subscribers subscribers;
    private final MembershipTokens tokens;
    private final Manage manage;

    /** What a link is good for at the moment. */
    public sealed interface Meant {

        /**
         * It is fresh.
         *
         * @param list the list from which it was sent
         * @param known whoever reads the mail of the address, as they stand on that list
         */
        record Proven(MailingList list, Subscriber.Known known) implements Meant {}

        /**
         * It is a member's, and not fresh or no more.
         *
         * @param list the list
         * @param member the member
         */
        record NeedsFreshLink(MailingList list, Subscriber.Confirmed member) implements Meant {}

        /**
         * It is good, but there is no membership.
         *
         * @param list the list
         */
        record NotMember(MailingList list) implements Meant {}

        /**
         * It is ours and short, and fits nobody who is a member now.
         *
         * @param list the list
         */
        record Unfitting(MailingList list) implements Meant {}

        /** It is none of ours, or was made for something else. */
        record Invalid() implements Meant {}
    }

    /**
     * Reads these ports.
     *
     * @param manage knows the links that are not fresh
     */
    public OwnLinks(Lists lists, Subscribers subscribers, MembershipTokens tokens, Manage manage) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.tokens = tokens;
        this.manage = manage;
    }

    /**
     * Says what the link is good for. Changes nothing, however often it is called.
     *
     * @param token the text from the link
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Meant meant(String token, Instant now) {
        return tokens.verify(token).filter(link -> isFresh(link, now)).flatMap(this::proven)
                .orElseGet(() -> switch (manage.look(token, now)) {
                    case Manage.Outcome.Member(var list, var member, _) -> new Meant.NeedsFreshLink(list, member);
                    case Manage.Outcome.NeedsFreshLink(var list, var member) -> new Meant.NeedsFreshLink(list, member);
                    case Manage.Outcome.NotMember(var list) -> new Meant.NotMember(list);
                    case Manage.Outcome.Unfitting(var list) -> new Meant.Unfitting(list);
                    case Manage.Outcome.Invalid _ -> new Meant.Invalid();
                });
    }

    private static boolean isFresh(MembershipLink link, Instant now) {
        return link.purpose() == LinkPurpose.FRESH_SETTINGS && link.time().filter(now::isBefore).isPresent();
    }

    private Optional<Meant> proven(MembershipLink link) {
        return lists.find(link.list()).flatMap(list -> subscribers.find(list.id(), link.subscriber())
                .filter(found -> found.subscriber() instanceof Subscriber.Known)
                .map(found -> new Meant.Proven(list, (Subscriber.Known) found.subscriber())));
    }
}
