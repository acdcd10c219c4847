package org.clubpost.function.distribute;

import java.util.concurrent.atomic.AtomicLong;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;

/**
 * An outbox that counts what becomes of its mails, for the log. Safe for use by many threads, like the outbox behind
 * it.
 */
final class CountedOutbox implements Outbox {

    private final Outbox outbox;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** Sends by that outbox. */
    CountedOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * What was counted.
     *
     * @param accepted mails that the provider took
     * @param refused mails that it refused for good
     */
    record Count(long accepted, long refused) {

        static final Count NONE = new Count(0, 0);
    }

    /** What was counted since the last call. */
    Count take() {
        return new Count(accepted.getAndSet(0), refused.getAndSet(0));
    }

    @Override
    public long largest() {
        return outbox.largest();
    }

    @Override
    public boolean keepsMessageIds() {
        return outbox.keepsMessageIds();
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        var outcome = outbox.send(mail);
        switch (outcome) {
            case SendOutcome.Accepted _ -> accepted.incrementAndGet();
            case SendOutcome.Refused _ -> refused.incrementAndGet();
            case SendOutcome.Later _,SendOutcome.Doubtful _,SendOutcome.Deferred _,SendOutcome.Unclear _ -> {
                // Tried again.
            }
        }
        return outcome;
    }
}
