package org.clubpost.mail.receive;

import java.util.stream.Stream;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.mail.route.Handling.Forward.Whom;

/**
 * Passes a mail on to the owners, as it was sent to them: at once, or together with others when many come.
 *
 * @param owners the way to them
 * @param ids stand for senders in budgets
 * @param discard discards the post that stands for the mail in the table
 * @param lists says who owns lists
 */
record ForwardToOwners(Owners owners, SubscriberIds ids, Discard discard, Lists lists) {

    /** The post is settled last, so that the mail is passed on again if this dies. */
    Fate forward(ReceivedMail mail, Whom whom) {
        tell(mail, whom);
        discard.discard(mail.read(), Reason.of(Reason.Cause.FOR_OWNERS));
        return new Fate.Forwarded();
    }

    /** Hands the mail to the owners. */
    void tell(ReceivedMail mail, Whom whom) {
        owners.tell(switch (whom) {
            case OWNERS_OF_THE_LIST -> mail.list();
            case OWNERS_OF_ALL_LISTS -> ownedByAll(mail.list());
        }, Owners.Word.of(News.Kind.FOR_OWNERS, mail.post().id(), mail.sender(ids)), () -> {
            var forwarded = mail.forwarded();
            return (owner, isLast) -> new OwnerNotice.MailForOwners(mail.list(), owner, forwarded, isLast);
        });
    }

    /** The list, as if the owners of all lists owned it. Each gets the mail once, however many lists they own. */
    private MailingList ownedByAll(MailingList list) {
        return list.with(list.people().withOwners(Stream.concat(list.people().owners().stream(),
                lists.all().stream().flatMap(other -> other.people().owners().stream())).distinct().toList()));
    }
}
