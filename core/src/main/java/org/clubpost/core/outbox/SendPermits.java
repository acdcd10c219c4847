package org.clubpost.core.outbox;

import java.time.Instant;

/**
 * Says when a copy of a post may be handed to the provider: as fast as the provider allows, and never faster. Mails
 * that we write ourselves, such as confirmation mails, need no permit, because a part of what the provider allows is
 * kept back for them. Safe for use by many threads.
 */
public interface SendPermits {

    /** What became of asking. */
    sealed interface Permit {

        /** One copy may be handed over now. */
        record Granted() implements Permit {}

        /**
         * No copy may be handed over yet.
         *
         * @param until when to ask again: within some seconds
         */
        record NotBefore(Instant until) implements Permit {}

        /** The quota of 24 hours is spent, except for the part that is kept back. */
        record DaySpent() implements Permit {}
    }

    /**
     * Asks for the right to hand over one copy.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Permit take(Instant now);

    /** Takes note that the provider found us too fast: for a while there are fewer permits. */
    void slowDown(Instant now);

    /** Permits everything at once, for a provider without limits. */
    static SendPermits unlimited() {
        return new SendPermits() {

            @Override
            public Permit take(Instant now) {
                return new Permit.Granted();
            }

            @Override
            public void slowDown(Instant now) {
                // Without limits nobody is too fast. If the provider says so nevertheless, the range rests and comes
                // again.
            }
        };
    }
}
