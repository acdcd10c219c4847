package org.clubpost.core.outbox;

import java.time.Instant;

/**
 * Says when a copy of a post may be handed to the provider: never faster than the provider allows, and as fast as it
 * allows. Mails that we write ourselves, such as confirmation mails, need no permit: a part of what the provider allows
 * is kept back for them. Safe for use by many threads.
 */
public interface SendPermits {

    /** What became of asking. */
    sealed interface Permit {

        /** One copy may be handed over now. */
        record Granted() implements Permit {}

        /**
         * Not yet.
         *
         * @param until when to ask again: within some seconds
         */
        record NotBefore(Instant until) implements Permit {}

        /** What may be sent in 24 hours is spent, but for what is kept back. */
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

    /** Everything at once, for a provider without limits. */
    static SendPermits unlimited() {
        return new SendPermits() {

            @Override
            public Permit take(Instant now) {
                return new Permit.Granted();
            }

            @Override
            public void slowDown(Instant now) {
                // Who has no limits is not too fast; should the provider say so, its copies wait and come again.
            }
        };
    }
}
