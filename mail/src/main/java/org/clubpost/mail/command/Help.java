package org.clubpost.mail.command;

import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Sign;
import org.clubpost.mail.verdict.Sender;

/**
 * Whoever asks for help, and is proven to be who they say, is told how the list works. Without proof nobody is answered;
 * the owners get the mail instead, because a person may have written it.
 */
final class Help implements Command {

    @Override
    public Wish wish(Incoming mail) {
        if (Sign.of(mail).isPresent()) {
            return new Wish.Nothing(Reason.Cause.AUTOMATIC);
        }
        return mail.sender() instanceof Sender.Proven(var asker) ? new Wish.Help(asker) : new Wish.ForOwners();
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public ListRole role() {
        return ListRole.HELP;
    }
}
