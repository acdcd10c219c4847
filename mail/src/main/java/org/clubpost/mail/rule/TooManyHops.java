package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.Hops;

/** A mail that went through very many servers is going round in circles (RFC 5321 section 6.3). */
final class TooManyHops implements Rule {

    /**
     * Real mails stay below 20. RFC 5321 asks a relay for 100 at least; a list multiplies what goes wrong, so it stops
     * sooner.
     */
    private static final int MOST = 40;

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return Hops.of(mail.own()) > MOST
                ? Optional.of(new Verdict.Discard(Reason.of(Reason.Cause.TOO_MANY_HOPS)))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "too-many-hops";
    }
}
