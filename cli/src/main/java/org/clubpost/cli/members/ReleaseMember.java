package org.clubpost.cli.members;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Let mail go to a member again, and forget what came back before. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Let mail go to a member again, and forget what came back before.",
        footer = {"", "To have it found out first whether mail arrives: ./clubpost members probe LIST ADDRESS"})
final class ReleaseMember implements Callable<Integer> {

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
            var outcome = Door.done(new Door(open).bounces().release(Door.OPERATOR, open.list(person.list()), address));
            spec.commandLine().getOut().println(SecondChance.words(outcome,
                    "Mail goes to this member again, as before.", "What came back from this member counts no more."));
            return 0;
        }
    }
}
