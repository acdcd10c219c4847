package org.clubpost.core.feedback;

import org.clubpost.core.address.EmailAddress;

/** The list of addresses to which the provider sends nothing, because mail to them came back or was complained of. */
@FunctionalInterface
public interface ProviderSuppression {

    /** Of a provider that keeps no such list. */
    ProviderSuppression NONE = _ -> {
    };

    /**
     * Takes an address off the list, if it is on it.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    void remove(EmailAddress address);
}
