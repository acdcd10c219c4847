package org.clubpost.core.subscription;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Lets whoever left say why, on the page after it. Nobody has to: the leave is done before. The token of the form holds
 * the time of the leave, so it is good for that one and no later one. Who chooses again changes the reason.
 */
public final class SayWhy {

    private final Lists lists;
    private final Subscribers subscribers;
    private final MembershipTokens tokens;

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * The reason is kept.
         *
         * @param list the list
         * @param reason what was chosen
         */
        record Said(MailingList list, LeaveReason reason) implements Outcome {}

        /**
         * That leave is no more: the person came back, left again or is forgotten.
         *
         * @param list the list
         */
        record Past(MailingList list) implements Outcome {}

        /** The token is none of ours, or was made for something else. */
        record Invalid() implements Outcome {}
    }

    /** Keeps reasons with these ports. */
    public SayWhy(Lists lists, Subscribers subscribers, MembershipTokens tokens) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.tokens = tokens;
    }

    /**
     * Keeps the reason. May be repeated.
     *
     * @param token the text from the form
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome say(String token, LeaveReason reason) {
        var link = tokens.verify(token).filter(known -> known.purpose() == LinkPurpose.SAY_WHY);
        var list = link.flatMap(known -> lists.find(known.list()));
        if (link.isEmpty() || list.isEmpty()) {
            return new Outcome.Invalid();
        }
        return Attempts.until(subscribers, () -> say(link.get(), list.get(), reason));
    }

    /** Empty when somebody else changed the subscriber in the meantime. */
    private Optional<Outcome> say(MembershipLink link, MailingList list, LeaveReason reason) {
        var stored = subscribers.find(list.id(), link.subscriber());
        var changed = stored.map(Stored::subscriber).flatMap(known -> known.left().filter(left -> isThat(left, link))
                .map(left -> known.withEnded(left.because(reason))));
        if (changed.isEmpty()) {
            return Optional.of(new Outcome.Past(list));
        }
        return stored.get().subscriber().equals(changed.get()) || subscribers.replace(stored.get(), changed.get())
                ? Optional.of(new Outcome.Said(list, reason))
                : Optional.empty();
    }

    private static boolean isThat(Subscriber.Left left, MembershipLink link) {
        return link.time().equals(Optional.of(left.at().truncatedTo(ChronoUnit.MILLIS)));
    }
}
