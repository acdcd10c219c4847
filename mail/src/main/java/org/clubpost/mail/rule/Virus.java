package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.verdict.ScanVerdict;

/** A mail in which a virus was found goes to nobody. */
final class Virus implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return mail.block().virus() == ScanVerdict.FAIL
                ? Optional.of(new Verdict.Discard(Reason.of(Reason.Cause.VIRUS)))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "virus";
    }
}
