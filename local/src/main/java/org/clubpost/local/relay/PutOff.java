package org.clubpost.local.relay;

import java.io.IOException;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;

/** The server does not let us in. Stays inside this package. */
final class PutOff extends IOException {

    private final DeferralCause cause;
    private final transient Reason reason;

    PutOff(DeferralCause cause, Reason reason) {
        super(reason.toString());
        this.cause = cause;
        this.reason = reason;
    }

    SendOutcome.Deferred outcome() {
        return new SendOutcome.Deferred(cause, reason);
    }
}
