package org.clubpost.mail.command;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.list.ListRole;
import org.clubpost.mail.incoming.Incoming;

/**
 * All commands that people give by mail, and how a mail says which of them it gives: by the address to which it was sent,
 * or to {@link ListRole#REQUEST} by a word in its subject or first line.
 */
public final class Commands {

    /** The commands. The last one is for whoever wrote to {@link ListRole#REQUEST} and said none. */
    public static final List<Command> ALL = List.of(new Join(), new Leave(), new Confirm(), new Help());

    private Commands() {}

    /** Which one the mail gives; empty when it was sent to an address that is for something else. */
    public static Optional<Command> of(Incoming mail) {
        return mail.role() == ListRole.REQUEST
                ? Optional.of(RequestLine.of(mail).flatMap(Commands::of).orElseGet(ALL::getLast))
                : of(mail.role());
    }

    private static Optional<Command> of(ListRole role) {
        return ALL.stream().filter(command -> command.role() == role).findFirst();
    }
}
