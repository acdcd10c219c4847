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
 * @param cap how many addresses that the list never wrote to get a confirmation mail at once in a day; further ones wait
 *         their turn
 */
public record SignUpRules(boolean open, Duration confirmWithin, List<DomainPattern> domains,
        List<PageOrigin> origins, int cap) {

    /** The cap of a list that says nothing. */
    public static final int USUAL_CAP = 200;
    /** The highest cap. */
    public static final int MAX_CAP = 100_000;

    /** With the usual cap. */
    public SignUpRules(boolean open, Duration confirmWithin, List<DomainPattern> domains, List<PageOrigin> origins) {
        this(open, confirmWithin, domains, origins, USUAL_CAP);
    }

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
        return new SignUpRules(changed, confirmWithin, domains, origins, cap);
    }

    /** With another time for which confirmation links work. */
    public SignUpRules withConfirmWithin(Duration changed) {
        return new SignUpRules(open, changed, domains, origins, cap);
    }

    /** With other domains from which one may sign up. */
    public SignUpRules withDomains(List<DomainPattern> changed) {
        return new SignUpRules(open, confirmWithin, changed, origins, cap);
    }

    /** With other pages whose scripts may use the form. */
    public SignUpRules withOrigins(List<PageOrigin> changed) {
        return new SignUpRules(open, confirmWithin, domains, changed, cap);
    }

    /** With another cap. */
    public SignUpRules withCap(int changed) {
        return new SignUpRules(open, confirmWithin, domains, origins, changed);
    }
}
