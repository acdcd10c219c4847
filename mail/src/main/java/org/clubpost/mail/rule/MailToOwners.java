package org.clubpost.mail.rule;

import java.util.Optional;

import org.clubpost.core.list.ListRole;

/** A mail to the address of the owners goes to them (RFC 2369 section 3.5). */
final class MailToOwners implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return mail.role() == ListRole.OWNER ? Optional.of(new Verdict.Forward()) : Optional.empty();
    }

    @Override
    public String name() {
        return "owners-address";
    }
}
