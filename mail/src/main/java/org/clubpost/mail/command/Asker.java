package org.clubpost.mail.command;

import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.verdict.EnvelopeSender;
import org.clubpost.mail.verdict.Sender;

/** Who gives a command, as far as one can tell. */
final class Asker {

    private Asker() {}

    /** The author. A mail whose From names nobody, or several, may still say who sent it. */
    static Optional<EmailAddress> of(Incoming mail) {
        return switch (mail.sender()) {
            case Sender.Proven(var author) -> Optional.of(author);
            case Sender.Claimed(var named) -> Optional.of(named);
            case Sender.Nobody _ -> mail.block().sender() instanceof EnvelopeSender.Address(var sender)
                    ? Optional.of(sender)
                    : Optional.empty();
        };
    }
}
