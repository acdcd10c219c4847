package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;

/**
 * A mail of which nobody can tell whether it is for the whole list or for a group goes to nobody, so that a letter to
 * the board never goes to everyone by mistake. No button of an owner sends it either.
 */
final class AudienceUnknown implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        var known = switch (mail.to().source()) {
            case NAMED -> true;
            case UNSAID -> mail.list().groups().all().isEmpty();
            case ANOTHER, ANOTHER_LIST -> false;
        };
        return known
                ? Optional.empty()
                : Optional.of(Verdict.refused(mail, Reason.of(Reason.Cause.AUDIENCE_UNKNOWN)));
    }

    @Override
    public String name() {
        return "audience-unknown";
    }
}
