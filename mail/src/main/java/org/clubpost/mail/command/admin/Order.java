package org.clubpost.mail.command.admin;

import org.clubpost.core.notice.CommandResult;

/** What one line asks for. */
@FunctionalInterface
interface Order {

    /**
     * Does it. Repeated for the same mail, it does nothing again, and says the same as far as the log tells.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    CommandResult carryOut(Desk desk);
}
