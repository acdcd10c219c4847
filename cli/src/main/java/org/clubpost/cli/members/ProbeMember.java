package org.clubpost.cli.members;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Have a mail sent to a member that finds out whether mail arrives. */
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = "Have a mail sent to a member that finds out whether mail arrives.",
        footer = {"",
                "If it comes back, mail to the member is stopped; if not within a week, all is well. Owners are told."})
final class ProbeMember implements Callable<Integer> {

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
            var outcome = Door.done(new Door(open).bounces().probe(Door.OPERATOR, open.list(person.list()), address));
            spec.commandLine().getOut().println(SecondChance.words(outcome,
                    "Mail goes to this member again, and one goes out soon to find out whether it arrives.",
                    "A mail goes out soon to find out."));
            return 0;
        }
    }
}
