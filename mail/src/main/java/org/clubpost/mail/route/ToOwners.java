package org.clubpost.mail.route;

import java.util.Optional;

import org.clubpost.core.list.ListRole;
import org.clubpost.mail.incoming.Incoming;

/** A mail to the address of the owners goes to them (RFC 2369 section 3.5). */
final class ToOwners implements Route {

    @Override
    public Optional<Handling> take(Incoming mail) {
        return mail.role() == ListRole.OWNER
                ? Optional.of(new Handling.Forward())
                : Optional.empty();
    }

    @Override
    public String name() {
        return "owners-address";
    }
}
