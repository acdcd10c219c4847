package org.clubpost.core.subscription;

import java.time.Duration;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Makes somebody a member who has an account with a service of the club: at once when they said yes there, or after
 * another question when they were not asked.
 *
 * <p>Whoever left stays away, however the membership ended: a new account is no wish to come back. They come back by
 * the form, or an owner lets them. Nobody who is a member hears anything.
 */
public final class JoinByAccount {

    /** Nobody with an account is asked twice about the same list, however often the service tells of them. */
    static final Limit ONE_QUESTION = new Limit(Kind.ACCOUNT_MAIL, 1, Duration.ofDays(7));
    /** SHA-256 of the empty text: no form of ours showed anything. */
    private static final String NO_WORDING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final Subscribers subscribers;
    private final RateLimits limits;
    private final SubscriberIds ids;
    private final Subscribe subscribe;
    private final Greeting greeting;

    /** What became of it. */
    public enum Outcome {
        /** A member since this call, and greeted. */
        JOINED,
        /** A member before. If the greeting was still to be done, it is done now. */
        MEMBER,
        /** Is asked by mail. */
        ASKED,
        /** Was asked by mail before. */
        ASKED_BEFORE,
        /** Was a member once and stays away. */
        FORMER_MEMBER,
        /** Must not be written to. */
        SUPPRESSED
    }

    /**
     * @param subscribe asks those who were not asked
     */
    public JoinByAccount(Subscribers subscribers, RateLimits limits, Notices notices, Owners owners,
            SubscriberIds ids, PublicLinks links, Subscribe subscribe) {
        this.subscribers = subscribers;
        this.limits = limits;
        this.ids = ids;
        this.subscribe = subscribe;
        this.greeting = new Greeting(subscribers, notices, owners, links);
    }

    /**
     * Makes the person a member, in the groups of their address, and greets them. May be repeated: what an earlier call
     * left undone is done then.
     *
     * @param list a list that {@linkplain MailingList#takesAccount takes} the address
     * @param consent what the person said
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome join(MailingList list, Account account, Consent.AccountSignUp consent) {
        var person = new Person(ids.of(account.address()), account.address(), account.name(), account.language());
        var member = new Subscriber.Confirmed(list.id(), person, consent, consent.at(), false, account.settings(),
                list.groups().of(account.address()));
        return Attempts.until(subscribers, () -> subscribers.find(list.id(), person.id())
                .map(stored -> joinKnown(list, stored, member))
                .orElseGet(() -> joined(subscribers.create(member), list, member)));
    }

    private Optional<Outcome> joinKnown(MailingList list, Stored stored, Subscriber.Confirmed member) {
        return switch (stored.subscriber()) {
            case Subscriber.Confirmed before -> {
                if (!before.greeted()) {
                    greeting.greet(list, before);
                }
                yield Optional.of(Outcome.MEMBER);
            }
            case Subscriber.Pending request -> switch (request.past()) {
                case Past.Stranger _ -> joined(subscribers.replace(stored, member), list, member);
                case Past.FormerMember _ -> Optional.of(Outcome.FORMER_MEMBER);
            };
            case Subscriber.Applied _ -> Optional.of(Outcome.ASKED_BEFORE);
            case Subscriber.Suppressed _ -> Optional.of(Outcome.SUPPRESSED);
            case Subscriber.Gone _ -> Optional.of(Outcome.FORMER_MEMBER);
        };
    }

    /** Empty when somebody else was quicker. */
    private Optional<Outcome> joined(boolean written, MailingList list, Subscriber.Confirmed member) {
        if (!written) {
            return Optional.empty();
        }
        greeting.greet(list, member);
        return Optional.of(Outcome.JOINED);
    }

    /**
     * Has the usual mail with a link to confirm sent, whether or not the list's form is open. When this is repeated, no
     * second mail goes out.
     *
     * @param list a list that {@linkplain MailingList#takesAccount takes} the address
     * @param service which service the account is with; kept as the form of the request
     * @param origin when the person got the account
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome ask(MailingList list, Account account, String service, Origin origin) {
        var id = ids.of(account.address());
        var known = subscribers.find(list.id(), id).map(Stored::subscriber).flatMap(JoinByAccount::needsNoQuestion);
        if (known.isPresent()) {
            return known.get();
        }
        var key = ids.mailbox(account.address()) + "/" + list.id();
        if (limits.isReached(ONE_QUESTION, key, origin.at())) {
            return Outcome.ASKED_BEFORE;
        }
        subscribe.take(new SignUp(list.id(), account.address(), account.name(), account.language(), service,
                NO_WORDING, origin));
        limits.allow(ONE_QUESTION, key, origin.at());
        return Outcome.ASKED;
    }

    private static Optional<Outcome> needsNoQuestion(Subscriber subscriber) {
        return switch (subscriber) {
            case Subscriber.Confirmed _ -> Optional.of(Outcome.MEMBER);
            case Subscriber.Applied _ -> Optional.of(Outcome.ASKED_BEFORE);
            case Subscriber.Suppressed _ -> Optional.of(Outcome.SUPPRESSED);
            case Subscriber.Gone _ -> Optional.of(Outcome.FORMER_MEMBER);
            case Subscriber.Pending request -> switch (request.past()) {
                case Past.Stranger _ -> Optional.empty();
                case Past.FormerMember _ -> Optional.of(Outcome.FORMER_MEMBER);
            };
        };
    }
}
