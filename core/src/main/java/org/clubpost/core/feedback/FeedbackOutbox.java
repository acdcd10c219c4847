package org.clubpost.core.feedback;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;

/**
 * A way out that tells what was refused at once, like what comes back later. It is told before anybody hears of the
 * refusal: a sender that dies after that sends again, is refused again, and the same is told again under the same id.
 */
public final class FeedbackOutbox implements Outbox {

    private final Outbox outbox;
    private final Consumer<Feedback> cameBack;
    private final InstantSource clock;

    /**
     * Sends through that way out.
     *
     * @param cameBack told of each refusal that says something about a recipient
     */
    public FeedbackOutbox(Outbox outbox, Consumer<Feedback> cameBack, InstantSource clock) {
        this.outbox = outbox;
        this.cameBack = cameBack;
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.clubpost.core.UnavailableException when a refusal cannot be told of now; the mail has to be sent again
     */
    @Override
    public SendOutcome send(OutgoingMail mail) {
        var outcome = outbox.send(mail);
        if (outcome instanceof SendOutcome.Refused refused) {
            mail.mark().ifPresent(mark -> refused.why().ifPresent(why -> cameBack.accept(told(mark, why))));
        }
        return outcome;
    }

    private Feedback told(Trace.Marked mark, SendOutcome.Why why) {
        var now = clock.instant();
        var bounce = new Returned.Bounce(why.lasting(), why.reason(), why.status(), now);
        return new Feedback(FeedbackId.of(mark, bounce,
                LocalDate.ofInstant(now, ZoneOffset.UTC).toString()), mark, bounce);
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
