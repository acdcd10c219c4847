package org.clubpost.mail.route;

import java.util.Optional;
import org.clubpost.core.list.ListRole;
import org.clubpost.mail.incoming.Incoming;

/**
 * A mail to the postmaster of the domain, or about abuse that comes from it, goes to whoever runs the installation (RFC
 * 5321 section 4.5.1, RFC 2142).
 */
final class ToDomain implements Route {

    @Override
    public Optional<Handling> take(Incoming mail) {
        return mail.role() == ListRole.DOMAIN
                ? Optional.of(new Handling.Forward(Handling.Forward.Whom.OPERATOR))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "domain-address";
    }
}
