package org.clubpost.cli.members;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes one person out. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Remove a member, or an unconfirmed request.",
        footer = {"", "To undo it, for 14 days: ./clubpost members restore LIST ADDRESS"})
final class RemoveMember implements Callable<Integer> {

    @Mixin
    private PersonOnList person = new PersonOnList();
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var address = person.address();
        try (var open = installation.open()) {
            if (!Door.done(new Door(open).members().remove(Door.OPERATOR, open.list(person.list()), address))) {
                throw new CommandFailure("This address is not a member of the list.");
            }
            spec.commandLine().getOut().println("Removed.");
            return 0;
        }
    }
}
