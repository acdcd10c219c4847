package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;

/** The address that bounces go to takes nothing else. */
final class MailToBounces implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return mail.role() == ListRole.BOUNCES
                ? Optional.of(new Verdict.Discard(Reason.of(Reason.Cause.BOUNCE)))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "bounces-address";
    }
}
