package org.clubpost.core.list;

import java.time.Duration;
import java.util.List;
import org.clubpost.core.address.EmailAddress;

/**
 * How one joins a list.
 *
 * @param entrance who gets in, and who is shown the way
 * @param confirmWithin how long a confirmation link works
 * @param domains where addresses that sign up must be; empty for anywhere
 * @param origins the pages of others whose scripts may use the form
 * @param cap how many addresses that the list never wrote to get a confirmation mail at once in a day; further ones wait
 *         their turn
 * @param reminds whether who has not confirmed yet is reminded, once
 */
public record SignUpRules(Entrance entrance, Duration confirmWithin, List<DomainPattern> domains,
        List<PageOrigin> origins, int cap, boolean reminds) {

    /** For how long a link works in a list that says nothing: over a weekend, with time for a reminder. */
    public static final Duration USUAL_TIME = Duration.ofDays(3);

    /** The cap of a list that says nothing. */
    public static final int USUAL_CAP = 200;
    /** The highest cap. */
    public static final int MAX_CAP = 100_000;

    /** With a reminder. */
    public SignUpRules(Entrance entrance, Duration confirmWithin, List<DomainPattern> domains, List<PageOrigin> origins,
            int cap) {
        this(entrance, confirmWithin, domains, origins, cap, true);
    }

    /** Open to everybody who confirms, or to nobody, and on the front page, with a reminder. */
    public SignUpRules(boolean open, Duration confirmWithin, List<DomainPattern> domains, List<PageOrigin> origins,
            int cap) {
        this(new Entrance(open ? Admission.OPEN : Admission.CLOSED, true), confirmWithin, domains, origins, cap);
    }

    /** With the usual cap, and a reminder. */
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

    /** Whether the sign-up form takes requests for this list. */
    public boolean open() {
        return entrance.admission() != Admission.CLOSED;
    }

    /** Whether the owners decide about everybody who has confirmed. */
    public boolean needsApproval() {
        return entrance.admission() == Admission.APPROVAL;
    }

    /** Whether the front page offers this list. */
    public boolean isOffered() {
        return open() && entrance.listed();
    }

    /** Whether the address may sign up, as far as its domain goes. */
    public boolean takes(EmailAddress address) {
        return domains.isEmpty() || domains.stream().anyMatch(domain -> domain.matches(address));
    }

    /** With the form taking requests of everybody, or of nobody. */
    public SignUpRules withOpen(boolean changed) {
        return with(changed ? Admission.OPEN : Admission.CLOSED);
    }

    /** With others who get in. */
    public SignUpRules with(Admission changed) {
        return with(new Entrance(changed, entrance.listed(), entrance.work()));
    }

    private SignUpRules with(Entrance changed) {
        return new SignUpRules(changed, confirmWithin, domains, origins, cap, reminds);
    }

    /** On the front page, or not. */
    public SignUpRules withListed(boolean changed) {
        return with(new Entrance(entrance.admission(), changed, entrance.work()));
    }

    /** With another time for which confirmation links work. */
    public SignUpRules withConfirmWithin(Duration changed) {
        return new SignUpRules(entrance, changed, domains, origins, cap, reminds);
    }

    /** With other domains from which one may sign up. */
    public SignUpRules withDomains(List<DomainPattern> changed) {
        return new SignUpRules(entrance, confirmWithin, changed, origins, cap, reminds);
    }

    /** With other pages whose scripts may use the form. */
    public SignUpRules withOrigins(List<PageOrigin> changed) {
        return new SignUpRules(entrance, confirmWithin, domains, changed, cap, reminds);
    }

    /** With another cap. */
    public SignUpRules withCap(int changed) {
        return new SignUpRules(entrance, confirmWithin, domains, origins, changed, reminds);
    }

    /** With a reminder, or without. */
    public SignUpRules withReminds(boolean changed) {
        return new SignUpRules(entrance, confirmWithin, domains, origins, cap, changed);
    }

    /** With work for the visitor's machine, or without. */
    public SignUpRules withWork(boolean changed) {
        return with(new Entrance(entrance.admission(), entrance.listed(), changed));
    }
}
