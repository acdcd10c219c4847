package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.verdict.Sender;

/** Whoever writes to the address for leaving, and is proven to be who they say, leaves. Without proof nothing happens: anybody could write it. */
final class LeaveByAuthor implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        if (mail.role() != ListRole.LEAVE) {
            return Optional.empty();
        }
        return Optional.of(mail.sender() instanceof Sender.Proven(var author)
                ? new Verdict.LeaveAs(author)
                : new Verdict.Discard(Reason.of(Reason.Cause.LEAVE_UNPROVEN)));
    }

    @Override
    public String name() {
        return "leave-by-author";
    }
}
