package org.clubpost.mail.receive;

import org.clubpost.core.moderation.Discard;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberIds;

/**
 * Passes a mail on to the owners, as it was sent to them: at once, or together with others when many come.
 *
 * @param owners the way to them
 * @param ids stand for senders in budgets
 * @param discard discards the post that stands for the mail in the table
 */
record ForwardToOwners(Owners owners, SubscriberIds ids, Discard discard) {

    /** The post is settled last, so that the mail is passed on again if this dies. */
    Fate forward(ReceivedMail mail) {
        tell(mail);
        discard.discard(mail.read(), Reason.of(Reason.Cause.FOR_OWNERS));
        return new Fate.Forwarded();
    }

    /** Hands the mail to the owners. */
    void tell(ReceivedMail mail) {
        owners.tell(mail.list(), Owners.Word.of(News.Kind.FOR_OWNERS, mail.post().id(), mail.sender(ids)), () -> {
            var forwarded = mail.forwarded();
            return (owner, isLast) -> new Notice.MailForOwners(mail.list(), owner, forwarded, isLast);
        });
    }
}
