package org.clubpost.mail.command;

import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Sign;
import org.clubpost.mail.verdict.Sender;

/**
 * Anyone who writes to the address for leaving, and is proven to be who they say, leaves. Without proof nobody leaves,
 * because anybody could have written the mail; a member whom it names gets a link with which to leave. So does a proven
 * author whose mail bears a sign of programs, because an answer of a program is no wish to leave.
 */
final class Leave implements Command {

    @Override
    public Wish wish(Incoming mail) {
        return mail.sender() instanceof Sender.Proven(var author) && Sign.of(mail).isEmpty()
                ? new Wish.Leave(author)
                : Asker.of(mail).<Wish>map(Wish.LeavePerhaps::new)
                        .orElseGet(() -> new Wish.Nothing(Reason.Cause.LEAVE_UNPROVEN));
    }

    @Override
    public String name() {
        return "leave-by-author";
    }

    @Override
    public ListRole role() {
        return ListRole.LEAVE;
    }
}
