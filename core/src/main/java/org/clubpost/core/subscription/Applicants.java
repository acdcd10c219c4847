package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.DecisionToken;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * What owners decide about those who have confirmed their address and ask to join a list that lets nobody in by itself.
 *
 * <p>The links hold the time of the request, so they decide about that one and no later one, and work for {@link
 * #OPEN_FOR}, for whom they were sent to, as long as that is an owner. Which of several owners presses first decides. Whoever asked is told by mail, whatever is decided. When
 * this dies half-way, the next press does the rest; at worst a mail goes out twice.
 */
public final class Applicants {

    /** How long the owners have. After that the request ends, and whoever made it is told so. */
    public static final Duration OPEN_FOR = Duration.ofDays(14);
    /** When the owners are asked once more. */
    public static final Duration REMINDED_AFTER = Duration.ofDays(7);

    private final Lists lists;
    private final Subscribers subscribers;
    private final Notices notices;
    private final Greeting greeting;
    private final PublicLinks links;

    /** What a link is good for at the moment, or what came of using it. */
    public sealed interface Outcome {

        /**
         * There is somebody to decide about.
         *
         * @param list the list
         * @param applicant who asks
         * @param letsIn whether the link lets them in; otherwise it refuses them
         */
        record Open(MailingList list, Subscriber.Applied applicant, boolean letsIn) implements Outcome {}

        /**
         * They are a member now.
         *
         * @param list the list
         * @param member the member
         */
        record LetIn(MailingList list, Subscriber.Confirmed member) implements Outcome {}

        /**
         * They were refused just now.
         *
         * @param list the list
         * @param applicant who asked
         */
        record Refused(MailingList list, Subscriber.Applied applicant) implements Outcome {}

        /**
         * There is nothing to decide: it was done, the time is over, or the link was sent to somebody who is no owner
         * now.
         *
         * @param list the list
         */
        record Settled(MailingList list) implements Outcome {}

        /** The link is none of ours, or was made for something else. */
        record Invalid() implements Outcome {}
    }

    /** Decides with these ports. */
    public Applicants(Lists lists, Subscribers subscribers, Notices notices, Owners owners, PublicLinks links) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.notices = notices;
        this.greeting = new Greeting(subscribers, notices, owners, links);
        this.links = links;
    }

    /** Whether the text is a link of this kind, whatever it is good for. */
    public boolean isMine(String token) {
        return verified(DecisionToken.parse(token)).isPresent();
    }

    private Optional<MembershipLink> verified(DecisionToken token) {
        return links.tokens().verify(token.token()).filter(Applicants::decides);
    }

    private static boolean decides(MembershipLink link) {
        return link.purpose() == LinkPurpose.LET_IN || link.purpose() == LinkPurpose.REFUSE;
    }

    /**
     * Says what the link is good for. Changes nothing, however often it is called.
     *
     * @param token the text from the link
     * @return {@link Outcome.Open}, {@link Outcome.LetIn}, {@link Outcome.Settled} or {@link Outcome.Invalid}
     */
    public Outcome look(String token, Instant now) {
        return with(DecisionToken.parse(token), (list, link) -> Optional.of(find(list, link, now)));
    }

    /**
     * Decides as the link says. May be repeated: what an earlier call left undone is done then.
     *
     * @param token the text from the link
     * @return any outcome but {@link Outcome.Open}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome decide(String token, Instant now) {
        var pressed = DecisionToken.parse(token);
        return with(pressed, (list, link) -> {
            var found = find(list, link, now);
            if (found instanceof Outcome.Open(_, var applicant, var letsIn)) {
                return letsIn
                        ? letIn(list, applicant, deed(list, pressed), now)
                        : refuse(list, applicant, deed(list, pressed));
            }
            if (found instanceof Outcome.LetIn(_, var member)) {
                greet(list, member);
            }
            return Optional.of(found);
        });
    }

    /** What to do with a link of ours, on its list. */
    @FunctionalInterface
    private interface Use {

        Optional<Outcome> on(MailingList list, MembershipLink link);
    }

    /** Whoever pressed has the mail of the owner to whom the link was sent. */
    private Deed deed(MailingList list, DecisionToken pressed) {
        return Deed.of(sentTo(list, pressed).<Actor>map(Actor.Owner::new).orElseGet(Actor.Unknown::new));
    }

    private Outcome with(DecisionToken token, Use use) {
        var link = verified(token);
        var list = link.flatMap(known -> lists.find(known.list()));
        if (link.isEmpty() || list.isEmpty()) {
            return new Outcome.Invalid();
        }
        return sentTo(list.get(), token).isEmpty()
                ? new Outcome.Settled(list.get())
                : Attempts.until(subscribers, () -> use.on(list.get(), link.get()));
    }

    /** The owner to whom the link was sent; empty when that is one no more. */
    private Optional<EmailAddress> sentTo(MailingList list, DecisionToken token) {
        return token.sentTo(list.people().owners(), links.tokens());
    }

    private Outcome find(MailingList list, MembershipLink link, Instant now) {
        var found = subscribers.find(list.id(), link.subscriber()).map(Stored::subscriber);
        if (found.isPresent() && found.get() instanceof Subscriber.Applied applicant && isAbout(link, applicant.at())
                && now.isBefore(applicant.at().plus(OPEN_FOR))) {
            return new Outcome.Open(list, applicant, link.purpose() == LinkPurpose.LET_IN);
        }
        return found.isPresent() && found.get() instanceof Subscriber.Confirmed member
                && member.consent() instanceof Consent.DoubleOptIn optIn && isAbout(link, optIn.confirmed().at())
                        ? new Outcome.LetIn(list, member)
                        : new Outcome.Settled(list);
    }

    private static boolean isAbout(MembershipLink link, Instant request) {
        return link.time().equals(Optional.of(request.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Who waits there under that key. */
    static Optional<Subscriber.Applied> waiting(Subscribers subscribers, MailingList list, SubscriberId person) {
        return subscribers.find(list.id(), person).map(Stored::subscriber)
                .filter(Subscriber.Applied.class::isInstance).map(Subscriber.Applied.class::cast);
    }

    /** Empty when somebody else was quicker. */
    private Optional<Outcome> letIn(MailingList list, Subscriber.Applied applicant, Deed deed, Instant now) {
        var member = member(list, applicant, now);
        var stored = subscribers.find(list.id(), applicant.id())
                .filter(found -> found.subscriber().equals(applicant));
        if (stored.isEmpty() || !subscribers.by(deed).replace(stored.get(), member)) {
            return Optional.empty();
        }
        greet(list, member);
        return Optional.of(new Outcome.LetIn(list, member));
    }

    /** That person as a new member, who is to be welcomed. Links of an address that the person had before still lead on. */
    static Subscriber.Confirmed member(MailingList list, Subscriber.Applied applicant, Instant now) {
        return new Subscriber.Confirmed(list.id(), applicant.person(), applicant.consent(), now, false,
                MemberSettings.DEFAULT, list.groups().of(applicant.person().address()))
                .after(Forwarding.forwards(applicant));
    }

    private void greet(MailingList list, Subscriber.Confirmed member) {
        if (!member.greeted()) {
            greeting.greet(list, member);
        }
    }

    private Optional<Outcome> refuse(MailingList list, Subscriber.Applied applicant, Deed deed) {
        var word = new JoinNotice.NotLetIn(list, applicant.person().address(), applicant.person().language(), true);
        return end(subscribers.by(deed), notices, word, applicant)
                ? Optional.of(new Outcome.Refused(list, applicant))
                : Optional.empty();
    }

    /**
     * Tells whoever asked, and forgets the request. In this order, because afterwards nobody knows the address any more.
     * False when somebody else was quicker.
     */
    static boolean end(Subscribers subscribers, Notices notices, Notice word, Subscriber.Applied applicant) {
        var stored = subscribers.find(applicant.list(), applicant.id())
                .filter(found -> found.subscriber().equals(applicant));
        stored.ifPresent(_ -> notices.send(word));
        return stored.isPresent() && Confirm.drop(subscribers, stored.get(), applicant.past());
    }
}
