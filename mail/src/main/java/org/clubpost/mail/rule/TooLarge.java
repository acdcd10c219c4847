package org.clubpost.mail.rule;

import java.util.Optional;

import org.clubpost.mail.verdict.Sender;

/** A mail is no larger than the list takes. */
final class TooLarge implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        if (mail.sizeBytes() <= mail.list().posting().maxBytes()) {
            return Optional.empty();
        }
        var reason = Reason.of(Reason.Cause.TOO_LARGE, megabytes(mail.list().posting().maxBytes()));
        return Optional.of(mail.sender() instanceof Sender.Proven(var author)
                ? new Verdict.Reject(author, reason)
                : new Verdict.Discard(reason));
    }

    private static String megabytes(long octets) {
        return octets >= 1 << 20 ? (octets >> 20) + " MB" : (octets >> 10) + " KB";
    }

    @Override
    public String name() {
        return "too-large";
    }
}
