package org.clubpost.mail.command.admin;

import java.util.Optional;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.notice.CommandResult;

/** Explains the commands that the sender may use. */
final class Help implements Command {

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String syntax() {
        return "help";
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.empty();
    }

    /** Whatever stands behind it, help is meant. */
    @Override
    public Optional<Order> read(String rest) {
        return Optional.of(desk -> new CommandResult.Help(Commands.ALL.stream()
                .filter(command -> command.permission().map(desk::may).orElse(true))
                .map(command -> new CommandResult.Explained(command.name(), command.syntax())).toList()));
    }
}
