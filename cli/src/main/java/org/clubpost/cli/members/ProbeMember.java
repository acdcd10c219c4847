package org.clubpost.cli.members;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.cli.output.Typed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Have a mail sent to a member that finds out whether mail arrives. */
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = "Have a mail sent to a member that finds out whether mail arrives.",
        footer = {"",
                "If it comes back, mail to the member is stopped; if not within a week, all is well. Owners are told."})
final class ProbeMember implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Parameters(index = "1", paramLabel = "ADDRESS", description = "The member's address.")
    private String address = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var member = Typed.address(spec, address);
        try (var open = installation.open()) {
            var outcome = Door.done(new Door(open).bounces().probe(Door.OPERATOR, open.list(list), member));
            spec.commandLine().getOut().println(switch (outcome) {
                case BACK -> "Mail goes to this member again, and one goes out soon to find out whether it arrives.";
                case DONE -> "A mail goes out soon to find out.";
                case COMPLAINED -> throw new CommandFailure("This person said that they do not want the mail. They can "
                        + "come back by signing up again.");
                case NO_MEMBER -> throw new CommandFailure("This address is not a member of the list.");
            });
            return 0;
        }
    }
}
