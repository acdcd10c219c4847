package org.clubpost.mail.route;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Destinations;
import org.clubpost.mail.incoming.Incoming;

/**
 * A mail to a list that is called like an address of this one, such as {@code news-join}, or to the domain, whose mail is
 * the first list's matter. SES stores it with the mails of several lists, and each looks whether it is its own.
 */
final class OfAnotherList implements Route {

    @Override
    public Optional<Handling> take(Incoming mail) {
        return mail.to().source() == Destinations.Source.ANOTHER_LIST
                ? Optional.of(Handling.discard(Reason.Cause.FOR_ANOTHER_LIST))
                : Optional.empty();
    }

    @Override
    public String name() {
        return "of-another-list";
    }
}
