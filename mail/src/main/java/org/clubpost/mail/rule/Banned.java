package org.clubpost.mail.rule;

import java.util.ArrayList;
import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.verdict.EnvelopeSender;

/**
 * The owners of the list do not listen to this sender. No proof is needed: anyone who claims to be the sender is
 * treated as the sender.
 */
final class Banned implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        var senders = new ArrayList<>(Addresses.in(mail.own(), "From"));
        if (mail.block().sender() instanceof EnvelopeSender.Address(var address)) {
            senders.add(address);
        }
        var banned = mail.list().posting().screening().banned();
        return senders.stream().anyMatch(sender -> banned.stream().anyMatch(pattern -> pattern.matches(sender)))
                ? Optional.of(new Verdict.Discard(Reason.of(Reason.Cause.BANNED)))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "banned";
    }
}
