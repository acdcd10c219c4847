package org.clubpost.mail.command.admin;

import java.util.Optional;
import org.clubpost.core.admin.Permission;

/** A command that those who run a list send by mail, one a line. Has no state. */
interface Command {

    /** The word that it begins with, in lower case. */
    String name();

    /** How it is written: what stands in capitals is replaced, what stands in brackets may be left out. */
    String syntax();

    /** What somebody has to be allowed for it; empty when every role includes it. */
    Optional<Permission> permission();

    /**
     * Reads what stands behind the name.
     *
     * @return what is to be done; empty when that is not what belongs there
     */
    Optional<Order> read(String rest);
}
