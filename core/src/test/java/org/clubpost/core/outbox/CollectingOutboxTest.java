package org.clubpost.core.outbox;

import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.reason.Reason;

final class CollectingOutboxTest implements OutboxContract {

    private final CollectingOutbox outbox = new CollectingOutbox();

    @Override
    public Outbox testee() {
        return outbox;
    }

    @Override
    public List<ReceivedMail> received() {
        return outbox.accepted().stream().map(ReceivedMail::of).toList();
    }

    @Override
    public void refuse(EmailAddress recipient) {
        outbox.answer(mail -> mail.recipient().equals(recipient)
                ? new SendOutcome.Refused(Reason.quoted("no such mailbox"))
                : new SendOutcome.Accepted(""));
    }

    @Override
    public void disappear() {
        outbox.answer(_ -> new SendOutcome.Deferred(DeferralCause.UNREACHABLE, Reason.quoted("connection refused")));
    }
}
