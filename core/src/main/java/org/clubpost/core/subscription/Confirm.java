package org.clubpost.core.subscription;

import java.time.Instant;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.Subscribers;

/** Makes anyone who follows the link in the confirmation mail a member, or withdraws the request. */
public final class Confirm {

    private final Lists lists;
    private final Subscribers subscribers;
    private final Greeting greeting;
    private final Share share;

    /** What a link is good for at the moment, or what came of using it. */
    public sealed interface Outcome {

        /**
         * There is a request that can be confirmed or withdrawn.
         *
         * @param list the list
         * @param request the request, as this very link was sent for
         */
        record Open(MailingList list, Subscriber.Pending request) implements Outcome {}

        /**
         * The request was confirmed just now.
         *
         * @param list the list
         * @param member the new member
         */
        record Joined(MailingList list, Subscriber.Confirmed member) implements Outcome {}

        /**
         * This very link has already been used to confirm.
         *
         * @param list the list
         */
        record AlreadyJoined(MailingList list) implements Outcome {}

        /**
         * The request was withdrawn just now.
         *
         * @param list the list
         */
        record Withdrawn(MailingList list) implements Outcome {}

        /**
         * The list of the link exists, but there is no request for the link: its time is over, it was withdrawn, or it
         * never was ours.
         *
         * @param list the list, so that a way to ask again can be shown
         */
        record Gone(MailingList list) implements Outcome {}

        /** The link is none of ours. */
        record Invalid() implements Outcome {}
    }

    /**
     * Confirms for these ports.
     *
     * @param share who confirms has read the mail, so it counts no more
     */
    public Confirm(Lists lists, Subscribers subscribers, Notices notices, Owners owners, PublicLinks links,
            Share share) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.greeting = new Greeting(subscribers, notices, owners, links);
        this.share = share;
    }

    /**
     * Says what the link is good for. Changes nothing, however often it is called.
     *
     * @param token the text from the link
     * @return {@link Outcome.Open}, {@link Outcome.AlreadyJoined}, {@link Outcome.Gone} or {@link Outcome.Invalid}
     */
    public Outcome look(String token, Instant now) {
        return find(token, now).outcome();
    }

    /**
     * Confirms the request, greets the new member and tells the owners. May be repeated: what an earlier call left
     * undone is done then.
     *
     * @param token the text from the link
     * @param origin the act of pressing the button
     * @return {@link Outcome.Joined}, {@link Outcome.AlreadyJoined}, {@link Outcome.Gone} or {@link Outcome.Invalid}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome confirm(String token, Origin origin) {
        return Attempts.until(subscribers, () -> switch (find(token, origin.at())) {
            case Found.Request request -> join(request, origin);
            case Found.Member(var list, var member) -> {
                if (!member.greeted()) {
                    greeting.greet(list, member);
                }
                yield Optional.of(new Outcome.AlreadyJoined(list));
            }
            case Found.Nothing(var outcome) -> Optional.of(outcome);
        });
    }

    /** Empty when somebody else changed the request in the meantime. */
    private Optional<Outcome> join(Found.Request found, Origin origin) {
        var request = found.request();
        var list = found.list();
        var consent = new Consent.DoubleOptIn(request.form(), request.wording(), request.requested(), origin,
                found.link().digest());
        var member = new Subscriber.Confirmed(list.id(), request.person(), consent, origin.at(), false,
                MemberSettings.DEFAULT, list.groups().of(request.person().address()));
        if (!subscribers.replace(found.stored(), member)) {
            return Optional.empty();
        }
        share.answered(member.person().address(), list.id(), origin.at());
        greeting.greet(list, member);
        return Optional.of(new Outcome.Joined(list, member));
    }

    /**
     * Removes the request with all its links, whoever asked, and nothing that was known before it. This is for people
     * who did not make the request themselves.
     *
     * @param token the text from the link
     * @return {@link Outcome.Withdrawn}, {@link Outcome.AlreadyJoined}, {@link Outcome.Gone} or {@link Outcome.Invalid}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome withdraw(String token, Instant now) {
        return Attempts.until(subscribers, () -> switch (find(token, now)) {
            case Found.Request(_, var list, var stored, var request) -> drop(subscribers, stored, request)
                    ? Optional.of(new Outcome.Withdrawn(list))
                    : Optional.empty();
            case Found.Member member -> Optional.of(member.outcome());
            case Found.Nothing(var outcome) -> Optional.of(outcome);
        });
    }

    /**
     * Undoes the request, so that what was known before is known again. False when the subscriber was changed in the
     * meantime.
     */
    static boolean drop(Subscribers subscribers, Stored stored, Subscriber.Pending request) {
        return switch (request.past()) {
            case Past.Stranger _ -> subscribers.remove(stored);
            case Past.FormerMember(var left) -> subscribers.replace(stored, left);
        };
    }

    private sealed interface Found {

        record Request(ConfirmationToken link, MailingList list, Stored stored,
                Subscriber.Pending request) implements Found {}

        record Member(MailingList list, Subscriber.Confirmed member) implements Found {}

        record Nothing(Outcome outcome) implements Found {}

        default Outcome outcome() {
            return switch (this) {
                case Request request -> new Outcome.Open(request.list(), request.request());
                case Member member -> new Outcome.AlreadyJoined(member.list());
                case Nothing nothing -> nothing.outcome();
            };
        }
    }

    private Found find(String token, Instant now) {
        var link = ConfirmationToken.parse(token);
        var list = link.flatMap(known -> lists.find(known.list()));
        if (link.isEmpty() || list.isEmpty()) {
            return new Found.Nothing(new Outcome.Invalid());
        }
        return subscribers.find(link.get().list(), link.get().subscriber())
                .map(stored -> match(link.get(), list.get(), stored, now))
                .orElseGet(() -> new Found.Nothing(new Outcome.Gone(list.get())));
    }

    private static Found match(ConfirmationToken link, MailingList list, Stored stored, Instant now) {
        return switch (stored.subscriber()) {
            case Subscriber.Pending request when !request.isExpired(now) && request.links().contains(link.digest()) ->
                new Found.Request(link, list, stored, request.as(link.digest()));
            case Subscriber.Confirmed member when member.consent() instanceof Consent.DoubleOptIn optIn
                    && optIn.link().equals(link.digest()) ->
                new Found.Member(list, member);
            case Subscriber.Pending _ -> new Found.Nothing(new Outcome.Gone(list));
            case Subscriber.Confirmed _ -> new Found.Nothing(new Outcome.Gone(list));
            case Subscriber.Left _ -> new Found.Nothing(new Outcome.Gone(list));
            case Subscriber.Suppressed _ -> new Found.Nothing(new Outcome.Gone(list));
        };
    }
}
