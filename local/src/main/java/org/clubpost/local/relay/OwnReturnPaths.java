package org.clubpost.local.relay;

import java.util.function.BiFunction;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.suppression.Trace;

/** A way out on which each mail of which something is to be known has an envelope sender of its own. */
public final class OwnReturnPaths implements Outbox {

    private final Outbox outbox;
    private final BiFunction<Trace.Marked, String, EmailAddress> addresses;

    /**
     * Sends through that way out.
     *
     * @param addresses makes the address of a mail, in a domain
     */
    public OwnReturnPaths(Outbox outbox, BiFunction<Trace.Marked, String, EmailAddress> addresses) {
        this.outbox = outbox;
        this.addresses = addresses;
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        return outbox.send(mail.mark()
                .map(mark -> new OutgoingMail(addresses.apply(mark, mail.envelopeSender().domain()), mail.recipient(),
                        mail.content(), mail.mark()))
                .orElse(mail));
    }

    @Override
    public long largest() {
        return outbox.largest();
    }

    @Override
    public boolean keepsMessageIds() {
        return outbox.keepsMessageIds();
    }
}
