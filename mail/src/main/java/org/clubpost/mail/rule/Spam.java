package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.verdict.ScanVerdict;
import org.clubpost.mail.verdict.Sender;

/**
 * A mail that the scan took for spam goes to nobody, unless its author is proven. Then the scan may have erred, and the
 * owners look at the mail.
 */
final class Spam implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        if (mail.block().spam() != ScanVerdict.FAIL) {
            return Optional.empty();
        }
        var reason = Reason.of(Reason.Cause.SPAM);
        return Optional
                .of(mail.sender() instanceof Sender.Proven ? new Verdict.Hold(reason) : new Verdict.Discard(reason));
    }

    @Override
    public String name() {
        return "spam";
    }
}
