package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;

/** The same mail goes to a list once. Its author is told, because mail programs can send a mail again on purpose. */
final class Repeated implements Rule {

    private final Surroundings surroundings;

    Repeated(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return surroundings.isRepeated(mail)
                ? Optional.of(Verdict.refused(mail, Reason.of(Reason.Cause.REPEATED)))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "repeated";
    }
}
