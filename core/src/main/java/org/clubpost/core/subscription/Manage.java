package org.clubpost.core.subscription;

import java.util.Locale;
import java.util.Optional;

import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/** What members change about themselves with the link to their settings in each mail. */
public final class Manage {

    private final Lists lists;
    private final Subscribers subscribers;
    private final MembershipTokens tokens;

    /**
     * What a member chose.
     *
     * @param name the name, or none
     * @param language the language for our mails to them
     * @param settings what the member wants of the list's mail
     */
    public record Choice(PersonName name, Locale language, MemberSettings settings) {

        private Subscriber.Confirmed of(Subscriber.Confirmed member) {
            return member.with(name).with(language).with(settings);
        }
    }

    /** What a link is good for at the moment, or what came of using it. */
    public sealed interface Outcome {

        /**
         * A member, with what is known of them now.
         *
         * @param list the list
         * @param member the member
         */
        record Member(MailingList list, Subscriber.Confirmed member) implements Outcome {}

        /**
         * The link is good, but there is no membership: it ended.
         *
         * @param list the list
         */
        record NotMember(MailingList list) implements Outcome {}

        /** The link is none of ours, or was made for something else. */
        record Invalid() implements Outcome {}
    }

    /** Manages for these ports. */
    public Manage(Lists lists, Subscribers subscribers, MembershipTokens tokens) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.tokens = tokens;
    }

    /**
     * Says whose settings the link leads to. Changes nothing, however often it is called.
     *
     * @param token the text from the link
     */
    public Outcome look(String token) {
        return follow(token, (list, link) -> subscribers.find(list.id(), link.subscriber())
                .filter(found -> found.subscriber() instanceof Subscriber.Confirmed)
                .map(found -> (Subscriber.Confirmed) found.subscriber()));
    }

    /**
     * Stores what the member chose in place of what was known. May be repeated.
     *
     * @param token the text from the link
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome change(String token, Choice choice) {
        return follow(token,
                (list, link) -> Membership.change(subscribers, list.id(), link.subscriber(), choice::of));
    }

    /** What to do when the link is good. */
    private interface Act {

        Optional<Subscriber.Confirmed> on(MailingList list, MembershipLink link);
    }

    private Outcome follow(String token, Act act) {
        var link = tokens.verify(token).filter(known -> known.purpose() == LinkPurpose.MANAGE_PAGE);
        var list = link.flatMap(known -> lists.find(known.list()));
        if (link.isEmpty() || list.isEmpty()) {
            return new Outcome.Invalid();
        }
        return act.on(list.get(), link.get())
                .<Outcome>map(member -> new Outcome.Member(list.get(), member))
                .orElseGet(() -> new Outcome.NotMember(list.get()));
    }
}
