package org.clubpost.cli.list;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets the mail of a list go on that stopped by itself. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Let the mail of a list go on that stopped because too much of it came back.",
        footer = {
                "", "First take off the addresses that are no good: ./clubpost members ls ID --status bouncing",
                "What came back until now does not count any more."})
final class ReleaseMail implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The list.")
    private String id = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var outcome = Door.done(new Door(open).releases().release(Door.OPERATOR, open.list(id)));
            if (!outcome.wasStopped() && outcome.posts() == 0) {
                throw new CommandFailure("The mail of the list " + id + " is not stopped.");
            }
            spec.commandLine().getOut().println("The mail of the list goes on. Posts that had to wait: "
                    + outcome.posts() + ".");
            return 0;
        }
    }
}
