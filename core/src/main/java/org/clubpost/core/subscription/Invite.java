package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Has somebody asked by mail whether they want to join, because somebody who runs the list wishes so. They are a member
 * once they confirm, also of a list that is closed or whose owners decide who joins. It is a request like that of a
 * form, so {@link AnswerSignUps} sends the mail and keeps to what a person may get.
 *
 * @param subscribers who is on the list
 * @param requests takes the request
 * @param limits how many invitations a list may cause
 * @param ids finds people
 */
public record Invite(Subscribers subscribers, SignUpRequests requests, RateLimits limits, SubscriberIds ids) {

    /** More than a club has to invite; larger numbers have agreed somewhere, and are imported. */
    public static final Limit PER_LIST = new Limit(Kind.INVITATION, 500, Duration.ofDays(1));

    /** What came of it. */
    public enum Outcome {
        /** They are asked by mail, unless they have had several such mails lately. */
        INVITED,
        /** They are a member. */
        MEMBER,
        /** They have confirmed, and wait for the owners. */
        WAITS,
        /** They left, and only they can come back. */
        STAYS_AWAY,
        /** They must not be written to. */
        SUPPRESSED,
        /** The list has invited as many today as it may. */
        TOO_MANY
    }

    /**
     * Invites somebody. Repeated with the same time, it causes no second mail.
     *
     * @param inviter who invites; the mail names an owner, and of the operator it says that an owner invites
     * @param at when they wished so
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome invite(MailingList list, Actor inviter, EmailAddress address, Instant at) {
        var since = at.truncatedTo(ChronoUnit.MILLIS);
        var origin = new Origin(since, "", "");
        var person = ids.of(address);
        var known = subscribers.find(list.id(), person).map(Stored::subscriber).flatMap(found -> known(found, origin));
        if (known.isPresent()) {
            return known.get();
        }
        if (!limits.allow(PER_LIST, list.id().value(), since)) {
            return Outcome.TOO_MANY;
        }
        requests.add(new SignUpRequest(new SignUp(list.id(), address, PersonName.NONE, list.profile().language(),
                Invitation.form(inviter), Invitation.wording(), origin), person, since, since, false));
        return Outcome.INVITED;
    }

    private static Optional<Outcome> known(Subscriber subscriber, Origin origin) {
        return switch (subscriber) {
            case Subscriber.Confirmed _ -> Optional.of(Outcome.MEMBER);
            case Subscriber.Applied _ -> Optional.of(Outcome.WAITS);
            case Subscriber.Suppressed _ -> Optional.of(Outcome.SUPPRESSED);
            case Subscriber.Gone gone -> away(gone.staysAway());
            case Subscriber.Pending request when request.requested().equals(origin) -> Optional.of(Outcome.INVITED);
            case Subscriber.Pending request -> away(request.past().staysAway());
        };
    }

    private static Optional<Outcome> away(boolean staysAway) {
        return staysAway ? Optional.of(Outcome.STAYS_AWAY) : Optional.empty();
    }
}
