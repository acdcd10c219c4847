package org.clubpost.mail.receive;

import java.time.InstantSource;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscription.OfferToLeave;
import org.clubpost.core.subscription.Unsubscribe;

/**
 * Ends a membership because a mail asks for it, or lets a member do so.
 *
 * @param unsubscribe ends the membership
 * @param offers lets members leave in whose name a mail asks for it
 * @param secrets makes the token of a member whose address is proven
 * @param discard discards the post that stands for the mail in the table
 * @param clock the time
 */
record LeaveList(Unsubscribe unsubscribe, OfferToLeave offers, Secrets secrets, Discard discard,
        InstantSource clock) {

    /** Ends the membership that the token belongs to. */
    Fate leave(ReceivedMail mail, String token) {
        end(token);
        discard.discard(mail.read(), Reason.of(Reason.Cause.LEAVE));
        return new Fate.Left();
    }

    /** Ends the membership of that address, which is proven. */
    Fate leave(ReceivedMail mail, EmailAddress member) {
        return leave(mail, token(mail, member));
    }

    /** Lets a member leave whom the mail names as its author, which nothing proves. The mail itself goes nowhere. */
    Fate offer(ReceivedMail mail, EmailAddress named) {
        offers.offer(mail.list(), named, mail.post().id());
        var reason = Reason.of(Reason.Cause.LEAVE_UNPROVEN);
        discard.discard(mail.read(), reason);
        return new Fate.Discarded(reason);
    }

    /** Ends the membership that the token belongs to, and does nothing to the mail. */
    void end(String token) {
        unsubscribe.leave(token, LeaveWay.MAIL, clock.instant());
    }

    private String token(ReceivedMail mail, EmailAddress member) {
        return secrets.links().tokens().sign(
                new MembershipLink(LinkPurpose.LEAVE_MAIL, mail.list().id(), secrets.ids().of(member)));
    }
}
