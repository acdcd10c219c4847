package org.clubpost.mail.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.incoming.Incoming;

/** Where the list asks for it, a mail that does not name the list in To or Cc waits for the owners. */
final class ListNotNamed implements Rule {

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return !mail.list().posting().screening().mustBeNamed() || isNamed(mail)
                ? Optional.empty()
                : Optional.of(new Verdict.Hold(Reason.of(Reason.Cause.LIST_NOT_NAMED)));
    }

    private static boolean isNamed(Incoming mail) {
        return Stream.of("To", "Cc", "Resent-To", "Resent-Cc").flatMap(name -> Addresses.in(mail.own(), name).stream())
                .map(address -> ListAddress.read(address, mail.list())).flatMap(Optional::stream)
                .anyMatch(address -> address.role() == ListRole.POST);
    }

    @Override
    public String name() {
        return "list-not-named";
    }
}
