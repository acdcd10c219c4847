package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.incoming.Incoming;

/**
 * A list is no author: a mail that claims to be from an address of one of our lists comes round again, or is forged.
 */
final class FromOurs implements Rule {

    private final Surroundings surroundings;

    FromOurs(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return Addresses.in(mail.own(), "From").stream()
                .filter(address -> ListAddress.read(address, mail.list()).isPresent()
                        || surroundings.isOurs(mail.list(), address))
                .findFirst().map(_ -> new Verdict.Discard(Reason.of(Reason.Cause.FROM_OURS)));
    }

    @Override
    public String name() {
        return "from-ours";
    }
}
