package org.clubpost.mail.route;

import java.util.Optional;
import org.clubpost.core.list.ListRole;
import org.clubpost.mail.incoming.Incoming;

/** The addresses that bounces go to take nothing but reports. */
final class ToBounces implements Route {

    @Override
    public Optional<Handling> take(Incoming mail) {
        return mail.role() == ListRole.BOUNCES
                ? Optional.of(new Handling.Reported())
                : Optional.empty();
    }

    @Override
    public String name() {
        return "bounces-address";
    }
}
