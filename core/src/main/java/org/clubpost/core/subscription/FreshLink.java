package org.clubpost.core.subscription;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.clubpost.core.link.JointToken;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Subscriber;

/**
 * Has a fresh link to confirm sent to whoever opens one whose time is over: to the same address, for the same request,
 * and by the same way as every other ({@link AnswerSignUps}).
 *
 * <p>Who holds such a link has read a mail of ours. So that mail counts as answered in the {@link Share}, and a person
 * who comes late does not run out of mails. A second press adds nothing while the first one waits for its mail.
 *
 * @param confirm says what the link is good for
 * @param requests what waits for a mail
 * @param share counts mails
 */
public record FreshLink(Confirm confirm, SignUpRequests requests, Share share) {

    /** What came of asking for a fresh link. */
    public sealed interface Outcome {

        /**
         * A mail with a fresh link is on its way.
         *
         * @param list the list
         * @param request the request, as the old link was sent for
         */
        record Sent(MailingList list, Subscriber.Pending request) implements Outcome {}

        /**
         * There is nothing to send.
         *
         * @param link what the link is good for
         */
        record NotNeeded(Confirm.Outcome link) implements Outcome {}
    }

    /**
     * Asks for it.
     *
     * @param token the text from the old link
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome ask(String token, Instant now) {
        return ask(confirm.look(token, now), now);
    }

    /** Asks for it, where that is what the old link is good for. */
    Outcome ask(Confirm.Outcome link, Instant now) {
        if (!(link instanceof Confirm.Outcome.Expired(var list, var request)) || !isOffered(list, request)) {
            return new Outcome.NotNeeded(link);
        }
        var person = request.person();
        var signUp = new SignUp(list.id(), person.address(), person.name(), person.language(), request.form(),
                request.wording(), request.requested());
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        share.answered(person.address(), list.id(), at);
        requests.add(new SignUpRequest(signUp, person.id(), at, at, false));
        return new Outcome.Sent(list, request);
    }

    /** What came of asking for a fresh link for several lists. */
    public sealed interface JointOutcome {

        /**
         * A mail with a fresh link is on its way.
         *
         * @param link the requests, as the old link was sent for
         */
        record Sent(ConfirmJoint.Outcome.Expired link) implements JointOutcome {}

        /**
         * There is nothing to send.
         *
         * @param link what the link is good for
         */
        record NotNeeded(ConfirmJoint.Outcome link) implements JointOutcome {}
    }

    /**
     * Asks for it with a link for several lists: one mail, for all of them that still take the address.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public JointOutcome ask(JointToken token, Instant now) {
        var link = confirm.joint().look(token, now);
        if (!(link instanceof ConfirmJoint.Outcome.Expired expired)) {
            return new JointOutcome.NotNeeded(link);
        }
        var person = expired.person();
        var request = expired.requests().getFirst().request();
        var signUp = new SignUp(expired.lists().stream().map(MailingList::id).toList(), person.address(), person.name(),
                person.language(), request.form(), request.wording(), request.requested());
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        share.jointAnswered(person.address(), at);
        requests.add(new SignUpRequest(signUp, person.id(), at, at, false));
        return new JointOutcome.Sent(expired);
    }

    /**
     * Asks for it for all lists of one old link, in one mail.
     *
     * @return whether there is something to send
     */
    boolean ask(List<Confirm.Outcome.Expired> link, Instant now) {
        var offered = link.stream().filter(each -> isOffered(each.list(), each.request())).toList();
        if (offered.size() == 1) {
            return ask(offered.getFirst(), now) instanceof Outcome.Sent;
        }
        if (!offered.isEmpty()) {
            var request = offered.getFirst().request();
            var person = request.person();
            var at = now.truncatedTo(ChronoUnit.MILLIS);
            share.jointAnswered(person.address(), at);
            requests.add(new SignUpRequest(new SignUp(offered.stream().map(each -> each.list().id()).toList(),
                    person.address(), person.name(), person.language(), request.form(), request.wording(),
                    request.requested()), person.id(), at, at, false));
        }
        return !offered.isEmpty();
    }

    /** Whether a fresh link is to be had for that request: the list still takes such an address by its form. */
    public static boolean isOffered(MailingList list, Subscriber.Pending request) {
        return list.signUp().open() && list.signUp().takes(request.person().address());
    }
}
