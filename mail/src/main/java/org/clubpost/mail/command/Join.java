package org.clubpost.mail.command;

import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Sign;
import org.clubpost.mail.verdict.Sender;

/**
 * Whoever writes to the address for joining gets the mail that asks to confirm, as by the form, and nothing else follows
 * from it. So it need not be proven who wrote. A mail that bears a sign of programs asks for nothing.
 */
final class Join implements Command {

    @Override
    public Wish wish(Incoming mail) {
        if (Sign.of(mail).isPresent()) {
            return new Wish.Nothing(Reason.Cause.AUTOMATIC);
        }
        return Asker.of(mail).<Wish>map(asker -> new Wish.Join(asker, mail.sender() instanceof Sender.Proven))
                .orElseGet(() -> new Wish.Nothing(Reason.Cause.NO_AUTHOR));
    }

    @Override
    public String name() {
        return "join";
    }

    @Override
    public ListRole role() {
        return ListRole.JOIN;
    }
}
