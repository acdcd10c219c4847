package org.clubpost.core.subscription;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.clubpost.core.Attempts;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Takes a visitor's request to join.
 *
 * <p>For an open list the answer is always the same, whoever asks and whatever is stored. So nobody learns who is a
 * member. Only the mail differs. A newcomer gets a link to confirm, and a member is told that nothing needs doing.
 * After {@link #PER_RECIPIENT} mails, an address gets no more for a while.
 */
public final class Subscribe {

    /** A whole class or club may share one source address; a robot would not stop here. */
    public static final Limit PER_SOURCE = new Limit(Kind.SIGN_UP_SOURCE, 100, Duration.ofHours(1));
    /** No address gets more mails than this through the form, no matter who fills it in. */
    public static final Limit PER_RECIPIENT = new Limit(Kind.SIGN_UP_MAIL, 4, Duration.ofHours(24));

    private final Lists lists;
    private final Subscribers subscribers;
    private final RateLimits limits;
    private final Notices notices;
    private final SubscriberIds ids;
    private final PublicLinks links;
    private final RandomGenerator random;

    /** What became of a request. */
    public enum Outcome {
        /** The request was taken. Says nothing about what was stored before. */
        ACCEPTED,
        /** There is no such list. */
        UNKNOWN_LIST,
        /** The list does not take new members through the form. */
        CLOSED,
        /** The list takes only addresses of other domains. Says nothing about what is stored, either. */
        OTHER_DOMAIN,
        /** Too many requests came from this source address. */
        TOO_MANY
    }

    /**
     * @param random must be cryptographically strong
     */
    public Subscribe(Lists lists, Subscribers subscribers, RateLimits limits, Notices notices, SubscriberIds ids,
            PublicLinks links,
            RandomGenerator random) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.limits = limits;
        this.notices = notices;
        this.ids = ids;
        this.links = links;
        this.random = random;
    }

    /**
     * Stores the request and sends the mail. When a request is made twice, the person gets two mails, and the links in
     * both work.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome request(SignUp signUp) {
        var list = lists.find(signUp.list());
        if (list.isEmpty()) {
            return Outcome.UNKNOWN_LIST;
        }
        if (!list.get().signUp().open()) {
            return Outcome.CLOSED;
        }
        var now = signUp.origin().at();
        if (!limits.allow(PER_SOURCE, ids.digest(signUp.origin().sourceAddress()), now)) {
            return Outcome.TOO_MANY;
        }
        if (!list.get().signUp().takes(signUp.address())) {
            return Outcome.OTHER_DOMAIN;
        }
        mail(list.get(), signUp);
        return Outcome.ACCEPTED;
    }

    /** Stores the request and sends the mail, unless the address has had its share of mails. */
    void mail(MailingList list, SignUp signUp) {
        var person = new Person(ids.of(signUp.address()), signUp.address(), signUp.name(), signUp.language());
        if (limits.allow(PER_RECIPIENT, person.id().hex(), signUp.origin().at())) {
            Attempts.untilDone(subscribers, () -> answer(list, person, signUp));
        }
    }

    /** Stores the request and answers it; false when somebody else changed the subscriber in the meantime. */
    private boolean answer(MailingList list, Person person, SignUp signUp) {
        var stored = subscribers.find(list.id(), person.id());
        var link = ConfirmationToken.create(list.id(), person.id(), random);
        if (stored.isPresent()) {
            return answerKnown(list, stored.get(), person, signUp, link);
        }
        var isNew = subscribers.create(pending(list, person, signUp, List.of(link.digest()), new Past.Stranger()));
        if (isNew) {
            askToConfirm(list, person, link);
        }
        return isNew;
    }

    private boolean answerKnown(MailingList list, Stored stored, Person person, SignUp signUp, ConfirmationToken link) {
        return switch (stored.subscriber()) {
            case Subscriber.Confirmed member -> {
                notices.send(new Notice.AlreadyMember(list, member.person().address(), person.language(),
                        links.leavePage(list.id(), person.id())));
                yield true;
            }
            case Subscriber.Suppressed _ -> true;
            case Subscriber.Left left -> renew(list, stored,
                    pending(list, person, signUp, List.of(link.digest()), new Past.FormerMember(left)), link);
            case Subscriber.Pending earlier -> {
                var good = earlier.isExpired(signUp.origin().at()) ? List.<TokenDigest>of() : earlier.links();
                yield renew(list, stored, pending(list, person, signUp, Subscriber.Pending.adding(good, link.digest()),
                        earlier.past()), link);
            }
        };
    }

    private boolean renew(MailingList list, Stored stored, Subscriber.Pending request, ConfirmationToken link) {
        var renewed = subscribers.replace(stored, request);
        if (renewed) {
            askToConfirm(list, request.person(), link);
        }
        return renewed;
    }

    private static Subscriber.Pending pending(MailingList list, Person person, SignUp signUp, List<TokenDigest> links,
            Past past) {
        return new Subscriber.Pending(list.id(), person, links, signUp.form(), signUp.wording(), signUp.origin(),
                signUp.origin().at().plus(list.signUp().confirmWithin()), past);
    }

    private void askToConfirm(MailingList list, Person person, ConfirmationToken link) {
        notices.send(new Notice.ConfirmationRequest(list, person.address(), person.language(), links.confirm(link),
                links.withdraw(link), list.signUp().confirmWithin()));
    }

    /** The list to show a form for, or to say that it is closed. */
    public Optional<MailingList> list(ListId id) {
        return lists.find(id);
    }
}
