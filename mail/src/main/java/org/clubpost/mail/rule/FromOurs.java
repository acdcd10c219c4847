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

    /** A mail with more than one author goes to nobody by itself, and each costs a look at the lists. */
    private static final int MOST_AUTHORS = 20;

    private final Surroundings surroundings;

    FromOurs(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return Addresses.in(mail.own(), "From").stream().limit(MOST_AUTHORS)
                .filter(address -> ListAddress.read(address, mail.list()).isPresent()
                        || surroundings.isOurs(mail.list(), address))
                .findFirst().map(_ -> new Verdict.Discard(Reason.of(Reason.Cause.FROM_OURS)));
    }

    @Override
    public String name() {
        return "from-ours";
    }
}
