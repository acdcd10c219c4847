package org.clubpost.core.subscription;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.clubpost.core.Attempts;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.subscriber.LinkedRequest;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.Subscribers;

/**
 * The mail that answers a request to join. A newcomer gets a link to confirm, and a member is told that nothing needs
 * doing. When it is sent twice, the links in both mails work, each for what its mail was sent for.
 */
final class SignUpMail {

    private final Subscribers subscribers;
    private final Notices notices;
    private final PublicLinks links;
    private final RandomGenerator random;

    SignUpMail(Subscribers subscribers, Notices notices, PublicLinks links, RandomGenerator random) {
        this.subscribers = subscribers;
        this.notices = notices;
        this.links = links;
        this.random = random;
    }

    /** Whether the list knows nothing of the person but that somebody asked for them. */
    boolean isToStranger(SignUpRequest request) {
        return subscribers.find(request.signUp().list(), request.person()).map(Stored::subscriber)
                .map(known -> known instanceof Subscriber.Pending pending && pending.past() instanceof Past.Stranger)
                .orElse(true);
    }

    /**
     * Stores the request as that of somebody who may confirm it, and sends the mail.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    void send(MailingList list, SignUpRequest request, Instant now) {
        var signUp = request.signUp();
        var person = new Person(request.person(), signUp.address(), signUp.name(), signUp.language());
        Attempts.untilDone(subscribers, () -> answer(list, person, signUp, now));
    }

    /** False when somebody else changed the subscriber in the meantime. */
    private boolean answer(MailingList list, Person person, SignUp signUp, Instant now) {
        var stored = subscribers.find(list.id(), person.id());
        var link = ConfirmationToken.create(list.id(), person.id(), random);
        if (stored.isPresent()) {
            return answerKnown(list, stored.get(), person, signUp, link, now);
        }
        var isNew = subscribers.create(pending(list, person, signUp, link, List.of(), new Past.Stranger(), now));
        if (isNew) {
            askToConfirm(list, person, link);
        }
        return isNew;
    }

    private boolean answerKnown(MailingList list, Stored stored, Person person, SignUp signUp, ConfirmationToken link,
            Instant now) {
        return switch (stored.subscriber()) {
            case Subscriber.Confirmed member -> {
                notices.send(new Notice.AlreadyMember(list, member.person().address(), person.language(),
                        links.leavePage(list.id(), person.id())));
                yield true;
            }
            case Subscriber.Suppressed _ -> true;
            case Subscriber.Left left -> renew(list, stored,
                    pending(list, person, signUp, link, List.of(), new Past.FormerMember(left), now), link);
            case Subscriber.Pending earlier -> {
                var good = earlier.isExpired(now) ? List.<LinkedRequest>of() : earlier.requests();
                yield renew(list, stored, pending(list, person, signUp, link, good, earlier.past(), now), link);
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

    /** The time to confirm begins with the mail, which may have waited. */
    private static Subscriber.Pending pending(MailingList list, Person person, SignUp signUp, ConfirmationToken link,
            List<LinkedRequest> earlier, Past past, Instant now) {
        var links = Subscriber.Pending.adding(earlier.stream().map(LinkedRequest::link).toList(), link.digest());
        return new Subscriber.Pending(list.id(), person, links, signUp.form(), signUp.wording(), signUp.origin(),
                now.plus(list.signUp().confirmWithin()), past, earlier);
    }

    private void askToConfirm(MailingList list, Person person, ConfirmationToken link) {
        notices.send(new Notice.ConfirmationRequest(list, person.address(), person.language(), links.confirm(link),
                links.withdraw(link), list.signUp().confirmWithin()));
    }
}
