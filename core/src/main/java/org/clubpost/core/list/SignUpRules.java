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
 * @param origins the pages of others whose scripts may use the form
 */
public record SignUpRules(boolean open, Duration confirmWithin, List<DomainPattern> domains,
        List<PageOrigin> origins) {

    /** With addresses from anywhere, and for nobody's scripts. */
    public SignUpRules(boolean open, Duration confirmWithin) {
        this(open, confirmWithin, List.of(), List.of());
    }

    /** Copies the lists. */
    public SignUpRules {
        domains = List.copyOf(domains);
        origins = List.copyOf(origins);
    }

    /** Whether the address may sign up, as far as its domain goes. */
    public boolean takes(EmailAddress address) {
        return domains.isEmpty() || domains.stream().anyMatch(domain -> domain.matches(address));
    }

    /** With the form taking requests, or not. */
    public SignUpRules withOpen(boolean changed) {
        return new SignUpRules(changed, confirmWithin, domains, origins);
    }

    /** With another time for which confirmation links work. */
    public SignUpRules withConfirmWithin(Duration changed) {
        return new SignUpRules(open, changed, domains, origins);
    }

    /** With other domains from which one may sign up. */
    public SignUpRules withDomains(List<DomainPattern> changed) {
        return new SignUpRules(open, confirmWithin, changed, origins);
    }

    /** With other pages whose scripts may use the form. */
    public SignUpRules withOrigins(List<PageOrigin> changed) {
        return new SignUpRules(open, confirmWithin, domains, changed);
    }
}
