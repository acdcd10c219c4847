package org.clubpost.mail.route;

import java.util.Optional;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.verdict.Sender;

/**
 * Anyone who writes to the address for leaving, and is proven to be who they say, leaves. Without proof nobody leaves,
 * because anybody could have written the mail; a member whom it names gets a link with which to leave.
 */
final class LeaveByAuthor implements Route {

    @Override
    public Optional<Handling> take(Incoming mail) {
        if (mail.role() != ListRole.LEAVE) {
            return Optional.empty();
        }
        return Optional.of(switch (mail.sender()) {
            case Sender.Proven(var author) -> new Handling.LeaveAs(author);
            case Sender.Claimed(var named) -> new Handling.OfferToLeave(named);
            case Sender.Nobody _ -> Handling.discard(Reason.Cause.LEAVE_UNPROVEN);
        });
    }

    @Override
    public String name() {
        return "leave-by-author";
    }
}
