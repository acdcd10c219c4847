package org.clubpost.core.subscription;

import java.time.Instant;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.limit.Unanswered.Turn;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberIds;

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

    /** Counts the last mail about that list no more, because the person who reads that address followed its link. */
    void answered(EmailAddress address, ListId list, Instant now) {
        mails.answered(ids.mailbox(address), SignUpRequest.prefix(list), now);
    }

    private String key(SignUpRequest request) {
        return ids.mailbox(request.signUp().address());
    }
}
