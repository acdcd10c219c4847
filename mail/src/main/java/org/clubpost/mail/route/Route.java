package org.clubpost.mail.route;

import java.util.Optional;
import org.clubpost.mail.incoming.Incoming;

/** One kind of mail that comes in. Looks at the mail alone; has no state, and is safe for use by many threads. */
interface Route {

    /** Its name in logs and explanations: lower-case words with hyphens. */
    String name();

    /**
     * What a mail of this kind asks for; empty when the mail is of another kind. The guards of the route decide first
     * whether it is obeyed.
     */
    Optional<Handling> take(Incoming mail);
}
