package org.clubpost.core.outbox;

/** Knows what the provider lets us send. Safe for use by many threads. */
@FunctionalInterface
public interface SendQuotas {

    /**
     * Asks the provider.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    SendQuota current();
}
