package org.clubpost.core.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.clubpost.core.address.EmailAddress;

/** An outbox whose provider does what the test says, and that shows what the provider took. */
public final class CollectingOutbox implements Outbox {

    private final List<OutgoingMail> accepted = new ArrayList<>();
    private volatile Function<OutgoingMail, SendOutcome> provider = _ -> new SendOutcome.Accepted("");

    /** Lets the provider answer so from now on. */
    public void answer(Function<OutgoingMail, SendOutcome> answers) {
        provider = answers;
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        var outcome = provider.apply(mail);
        if (outcome instanceof SendOutcome.Accepted) {
            synchronized (this) {
                accepted.add(mail);
            }
        }
        return outcome;
    }

    /** What the provider accepted. */
    public synchronized List<OutgoingMail> accepted() {
        return List.copyOf(accepted);
    }

    /** To whom the provider accepted mail, each as often as it did. */
    public List<EmailAddress> recipients() {
        return accepted().stream().map(OutgoingMail::recipient).toList();
    }
}
