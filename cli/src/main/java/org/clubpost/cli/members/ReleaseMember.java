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

/** Let mail go to a member again, and forget what came back before. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Let mail go to a member again, and forget what came back before.",
        footer = {"", "To have it found out first whether mail arrives: ./clubpost members probe LIST ADDRESS"})
final class ReleaseMember implements Callable<Integer> {

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
            var outcome = Door.done(new Door(open).bounces().release(Door.OPERATOR, open.list(list), member));
            spec.commandLine().getOut().println(switch (outcome) {
                case BACK -> "Mail goes to this member again, as before.";
                case DONE -> "What came back from this member counts no more.";
                case COMPLAINED -> throw new CommandFailure("This person said that they do not want the mail. They can "
                        + "come back by signing up again.");
                case NO_MEMBER -> throw new CommandFailure("This address is not a member of the list.");
            });
            return 0;
        }
    }
}
