package org.clubpost.core.subscription;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.limit.Unanswered.Turn;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.JointToken;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscriber;

/**
 * The share of mails that each person gets through the form, whoever fills it in and however they write the address.
 *
 * @param ids makes the keys under which mailboxes are counted
 * @param mails counts
 */
public record Share(SubscriberIds ids, Unanswered mails) {

    /** Whether the request may be answered by a mail. Changes nothing. */
    Turn look(SignUpRequest request, boolean gap, Instant now) {
        return mails.look(key(request), request.name(), gap, now);
    }

    /** The same, and counts the mail when it may be sent; for the same request only once. */
    Turn take(SignUpRequest request, boolean gap, Instant now) {
        return mails.take(key(request), request.name(), gap, now);
    }

    /** Whether a reminder of that request may be sent; then it is counted, once. */
    Turn takeForReminder(Subscriber.Pending request, Instant now) {
        return mails.takeForReminder(ids.mailbox(request.person().address()), SignUpRequest.name(request.list(),
                request.requested().at().truncatedTo(ChronoUnit.MILLIS), request.id()), now);
    }

    /** The same for a reminder of a request for several lists, of which this is one. */
    Turn takeForJointReminder(Subscriber.Pending request, Instant now) {
        return mails.takeForReminder(ids.mailbox(request.person().address()), SignUpRequest
                .jointName(request.requested().at().truncatedTo(ChronoUnit.MILLIS), request.id()), now);
    }

    /** What the link of the reminder of that request holds: always the same, so that it is one link. */
    ConfirmationToken reminderLink(Subscriber.Pending request) {
        return new ConfirmationToken(request.list(), request.id(), ids.digest("remind " + request.list() + " "
                + request.id().hex() + " " + request.requested().at()));
    }

    /** The same for all lists that were asked for with that request. */
    JointToken jointReminderLink(Subscriber.Pending request) {
        return new JointToken(request.id(), ids.digest("remind all " + request.id().hex() + " "
                + request.requested().at()));
    }

    /** Counts the last mail about that list no more, because the person who reads that address followed its link. */
    void answered(EmailAddress address, ListId list, Instant now) {
        mails.answered(ids.mailbox(address), SignUpRequest.prefix(list), now);
    }

    /** The same for the last mail about several lists. */
    void jointAnswered(EmailAddress address, Instant now) {
        mails.answered(ids.mailbox(address), SignUpRequest.JOINT, now);
    }

    private String key(SignUpRequest request) {
        return ids.mailbox(request.signUp().address());
    }
}
