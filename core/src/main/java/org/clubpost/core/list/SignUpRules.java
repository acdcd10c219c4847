package org.clubpost.core.list;

import java.time.Duration;
import java.util.List;
import org.clubpost.core.address.EmailAddress;

/**
 * How one joins a list.
 *
 * @param open whether the sign-up form takes requests for this list
 * @param confirmWithin how long a confirmation link works
 * @param domains where addresses that sign up must be; empty for anywhere
 */
public record SignUpRules(boolean open, Duration confirmWithin, List<DomainPattern> domains) {

    /** With addresses from anywhere. */
    public SignUpRules(boolean open, Duration confirmWithin) {
        this(open, confirmWithin, List.of());
    }

    /** Copies the domains. */
    public SignUpRules {
        domains = List.copyOf(domains);
    }

    /** Whether the address may sign up, as far as its domain goes. */
    public boolean takes(EmailAddress address) {
        return domains.isEmpty() || domains.stream().anyMatch(domain -> domain.matches(address));
    }

    /** With the form taking requests, or not. */
    public SignUpRules withOpen(boolean changed) {
        return new SignUpRules(changed, confirmWithin, domains);
    }

    /** With another time for which confirmation links work. */
    public SignUpRules withConfirmWithin(Duration changed) {
        return new SignUpRules(open, changed, domains);
    }

    /** With other domains from which one may sign up. */
    public SignUpRules withDomains(List<DomainPattern> changed) {
        return new SignUpRules(open, confirmWithin, changed);
    }
}
