package org.clubpost.mail.receive;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.mail.route.Handling.Forward.Whom;

/**
 * Passes a mail on to the owners, as it was sent to them: at once, or together with others when many come. One to the
 * domain goes on to the operator, at once or not at all: what is gathered for a list goes to its owners.
 *
 * @param owners the way to them
 * @param ids stand for senders in budgets
 * @param discard discards the post that stands for the mail in the table
 * @param operators the way to the operator
 */
record ForwardToOwners(Owners owners, SubscriberIds ids, Discard discard, Supplier<List<EmailAddress>> operators) {

    private static final Limit FOR_OPERATOR = new Limit(Kind.OPERATORS_MAIL, 60, Duration.ofHours(1));
    private static final String ALL = "all";

    /** The post is settled last, so that the mail is passed on again if this dies. */
    Fate forward(ReceivedMail mail, Whom whom) {
        discard.discard(mail.read(), Reason.of(passOn(mail, whom)));
        return new Fate.Forwarded();
    }

    /** Hands the mail to them. */
    void tell(ReceivedMail mail, Whom whom) {
        passOn(mail, whom);
    }

    private Reason.Cause passOn(ReceivedMail mail, Whom whom) {
        return switch (whom) {
            case OWNERS_OF_THE_LIST -> {
                owners.tell(mail.list(), Owners.Word.of(News.Kind.FOR_OWNERS, mail.post().id(), mail.sender(ids)),
                        () -> {
                            var forwarded = mail.forwarded();
                            return (owner, isLast) -> new OwnerNotice.MailForOwners(mail.list(), owner, forwarded,
                                    isLast);
                        });
                yield Reason.Cause.FOR_OWNERS;
            }
            case OPERATOR -> toOperator(mail);
        };
    }

    private Reason.Cause toOperator(ReceivedMail mail) {
        var to = operators.get();
        if (to.isEmpty() || !owners.limits().allow(FOR_OPERATOR, ALL, owners.clock().instant())) {
            return Reason.Cause.FOR_OPERATOR_KEPT;
        }
        var forwarded = mail.forwarded();
        to.forEach(each -> owners.notices().send(new OwnerNotice.MailForOperator(mail.list(), each, forwarded)));
        return Reason.Cause.FOR_OPERATOR;
    }
}
