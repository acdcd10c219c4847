package org.clubpost.mail.command;

import org.clubpost.core.list.ListRole;
import org.clubpost.mail.incoming.Incoming;

/** One thing that people ask for by mail. Looks at the mail alone; has no state, and is safe for use by many threads. */
public interface Command {

    /** Its name in logs and explanations: lower-case words with hyphens. */
    String name();

    /**
     * The role of the address for it; the words of that role are those that one writes to {@link ListRole#REQUEST}.
     */
    ListRole role();

    /** What a mail that gives this command asks for. */
    Wish wish(Incoming mail);
}
