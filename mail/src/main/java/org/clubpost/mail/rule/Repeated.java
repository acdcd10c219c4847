package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;

/**
 * The same mail goes to a list once. Its author is told, because mail programs can send a mail again on purpose. Nobody
 * is told when it was only stored again.
 */
final class Repeated implements Rule {

    private final Surroundings surroundings;

    Repeated(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return switch (surroundings.sight(mail)) {
            case NEW -> Optional.empty();
            case REPEATED -> Optional.of(Verdict.refused(mail, Reason.of(Reason.Cause.REPEATED)));
            case STORED_AGAIN -> Optional.of(new Verdict.Discard(Reason.of(Reason.Cause.STORED_AGAIN)));
        };
    }

    @Override
    public String name() {
        return "repeated";
    }
}
