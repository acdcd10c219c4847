package org.clubpost.mail.route;

import java.util.Optional;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;

/** The address that bounces go to takes nothing else. */
final class ToBounces implements Route {

    @Override
    public Optional<Handling> take(Incoming mail) {
        return mail.role() == ListRole.BOUNCES
                ? Optional.of(Handling.discard(Reason.Cause.BOUNCE))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "bounces-address";
    }
}
