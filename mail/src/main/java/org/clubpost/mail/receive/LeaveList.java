package org.clubpost.mail.receive;

import java.time.InstantSource;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.moderation.Reject;
import org.clubpost.core.moderation.Secrets;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscription.OfferToLeave;
import org.clubpost.core.subscription.Unsubscribe;
import org.clubpost.mail.verdict.Sender;

/**
 * Ends a membership because a mail asks for it, or lets a member do so.
 *
 * @param unsubscribe ends the membership
 * @param offers lets members leave in whose name a mail asks for it
 * @param secrets makes the token of a member whose address is proven
 * @param reject tells whoever is not on the list
 * @param discard discards the post that stands for the mail in the table
 * @param clock the time
 */
record LeaveList(Unsubscribe unsubscribe, OfferToLeave offers, Secrets secrets, Reject reject, Discard discard,
        InstantSource clock) {

    /**
     * Ends the membership that the token belongs to. A token that cannot be read was broken on its way, so its sender is
     * led to leave in another way.
     */
    Fate leave(ReceivedMail mail, String token) {
        return switch (end(token)) {
            case Unsubscribe.Outcome.Left _,Unsubscribe.Outcome.Member _ -> done(mail);
            case Unsubscribe.Outcome.NotMember _,Unsubscribe.Outcome.Unfitting _ -> wasNot(mail);
            case Unsubscribe.Outcome.Invalid _ -> switch (mail.incoming().sender()) {
                case Sender.Proven(var author) -> offer(mail, author);
                case Sender.Claimed(var named) -> offer(mail, named);
                case Sender.Nobody _ -> discarded(mail, Reason.Cause.LEAVE_UNPROVEN);
            };
        };
    }

    /** Ends the membership of that address, which is proven. */
    Fate leave(ReceivedMail mail, EmailAddress member) {
        return leave(mail, token(mail, member));
    }

    /**
     * Lets a member leave whom the mail names as its author, and who has not left by it. The mail itself goes nowhere.
     */
    Fate offer(ReceivedMail mail, EmailAddress named) {
        return switch (offers.offer(mail.list(), named, mail.post().id())) {
            case OFFERED -> discarded(mail, Reason.Cause.LEAVE_UNPROVEN);
            case TOO_OFTEN -> told(mail, Reason.of(Reason.Cause.COMMAND, mail.list().address(ListRole.LEAVE).ascii()),
                    Reason.Cause.LEAVE_UNPROVEN);
            case NO_MEMBER -> told(mail, Reason.of(Reason.Cause.NOT_ON_LIST, named.ascii()),
                    Reason.Cause.LEAVE_UNPROVEN);
        };
    }

    /** The same, and does nothing to the mail. */
    void offerOnly(ReceivedMail mail, EmailAddress named) {
        offers.offer(mail.list(), named, mail.post().id());
    }

    /** Ends the membership of that address, which is proven, and does nothing to the mail. */
    void end(ReceivedMail mail, EmailAddress member) {
        end(token(mail, member));
    }

    /** Ends the membership that the token belongs to, and does nothing to the mail. */
    Unsubscribe.Outcome end(String token) {
        return unsubscribe.leave(token, LeaveWay.MAIL, clock.instant());
    }

    private Fate done(ReceivedMail mail) {
        discard.discard(mail.read(), Reason.of(Reason.Cause.LEAVE));
        return new Fate.Left();
    }

    /** Whoever left lately knows it from the goodbye mail, perhaps by this very mail, which is taken in once more. */
    private Fate wasNot(ReceivedMail mail) {
        return mail.provenAuthor().filter(author -> !offers.knows(mail.list(), author))
                .map(author -> told(mail, Reason.of(Reason.Cause.NOT_ON_LIST, author.ascii()), Reason.Cause.LEAVE))
                .orElseGet(() -> done(mail));
    }

    /** Who is proven is told why, once a day; to anybody else we do not write. */
    private Fate told(ReceivedMail mail, Reason reason, Reason.Cause otherwise) {
        return mail.provenAuthor().filter(author -> reject.reject(mail.read(), author, reason)).isPresent()
                ? new Fate.Rejected(reason)
                : discarded(mail, otherwise);
    }

    private Fate discarded(ReceivedMail mail, Reason.Cause cause) {
        discard.discard(mail.read(), Reason.of(cause));
        return new Fate.Discarded(Reason.of(cause));
    }

    private String token(ReceivedMail mail, EmailAddress member) {
        return secrets.links().tokens().sign(
                new MembershipLink(LinkPurpose.LEAVE_MAIL, mail.list().id(), secrets.ids().of(member)));
    }
}
