package org.clubpost.mail.receive;

import org.clubpost.core.moderation.Discard;
import org.clubpost.core.moderation.Owners;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.reason.Reason;

/**
 * Passes a mail on to the owners, as it was sent to them.
 *
 * @param owners the way to them
 * @param discard discards the post that stands for the mail in the table
 */
record ForwardToOwners(Owners owners, Discard discard) {

    Fate forward(ReceivedMail mail) {
        var told = tell(mail);
        var reason = Reason.of(told ? Reason.Cause.FOR_OWNERS : Reason.Cause.FOR_OWNERS_KEPT);
        discard.discard(mail.read(), reason);
        return told ? new Fate.Forwarded() : new Fate.Discarded(reason);
    }

    /** Hands the mail to the owners; false when they have had too many. */
    boolean tell(ReceivedMail mail) {
        return owners.tell(mail.list(), mail::forwarded,
                (owner, forwarded) -> new Notice.MailForOwners(mail.list(), owner, forwarded));
    }
}
