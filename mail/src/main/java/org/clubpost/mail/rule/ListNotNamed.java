package org.clubpost.mail.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.incoming.Incoming;

/** Where the list asks for it, a mail that does not name the list in To or Cc waits for the owners. */
final class ListNotNamed implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return !mail.list().posting().screening().mustBeNamed() || Stream.of("To", "Cc", "Resent-To", "Resent-Cc")
                .anyMatch(name -> Addresses.in(mail.own(), name).contains(mail.list().address()))
                        ? Optional.empty()
                        : Optional.of(new Verdict.Hold(Reason.of(Reason.Cause.LIST_NOT_NAMED)));
    }

    @Override
    public String name() {
        return "list-not-named";
    }
}
