package org.clubpost.cli.members;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts members who joined before the table of domains was made into the groups that it says. May be run twice. */
@Command(
        name = "regroup",
        mixinStandardHelpOptions = true,
        description = "Put all members into the groups of their domains (list setting domain-groups).",
        footer = {"", "A member stays in the other groups that they are in. It may be run twice."})
final class RegroupMembers implements Callable<Integer> {

    @Parameters(paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var of = open.list(list);
            if (of.groups().domains().isEmpty()) {
                throw new CommandFailure("The list " + of.id() + " has no table of domains. Make one with: "
                        + "./clubpost list set " + of.id() + " domain-groups=\"club.example=board\"");
            }
            long changed = Door.done(new Door(open).members().regroup(Door.OPERATOR, of));
            spec.commandLine().getOut().println(changed == 1
                    ? "1 member is in another group now."
                    : changed + " members are in another group now.");
            return 0;
        }
    }
}
