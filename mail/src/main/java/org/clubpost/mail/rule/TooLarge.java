package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.text.ByteSize;
import org.clubpost.mail.incoming.Incoming;

/** A mail is no larger than the list takes. */
final class TooLarge implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        if (mail.sizeBytes() <= mail.list().posting().maxBytes()) {
            return Optional.empty();
        }
        return Optional
                .of(Verdict.refused(mail,
                        Reason.of(Reason.Cause.TOO_LARGE, new ByteSize(mail.list().posting().maxBytes()).said())));
    }

    @Override
    public String name() {
        return "too-large";
    }
}
