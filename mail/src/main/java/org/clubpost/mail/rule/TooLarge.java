package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
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
                        Reason.of(Reason.Cause.TOO_LARGE, megabytes(mail.list().posting().maxBytes()))));
    }

    private static String megabytes(long octets) {
        return octets >= 1 << 20 ? (octets >> 20) + " MB" : (octets >> 10) + " KB";
    }

    @Override
    public String name() {
        return "too-large";
    }
}
