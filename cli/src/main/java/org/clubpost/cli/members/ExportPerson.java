package org.clubpost.cli.members;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.cli.output.Typed;
import org.clubpost.core.privacy.Disclose;
import org.clubpost.core.privacy.PersonalFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what is stored about one person, on all lists. */
@Command(
        name = "export-person",
        mixinStandardHelpOptions = true,
        description = "Write all that is stored about a person, on all lists, as JSON to the standard output.",
        footer = {
                "", "Members get the same by themselves, with a link from the page with their settings.",
                "Example: ./clubpost members export-person anna@club.example > anna.json"})
final class ExportPerson implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ADDRESS", description = "The address.")
    private String address = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var whom = Typed.address(spec, address);
        try (var open = installation.open()) {
            var database = open.database();
            var data = new Disclose(database.lists(), database.subscribers(), database.signUpRequests(),
                    database.posts(), database.ranges(), database.actLog(), database.wordings(),
                    database.bounces(), database.memberTexts())
                    .of(open.ids().of(whom), Instant.now(), Integer.MAX_VALUE);
            if (data.lists().isEmpty()) {
                throw new CommandFailure("Nothing is stored about this address.");
            }
            spec.commandLine().getOut().print(HttpAnswer.readable(PersonalFile.of(data)));
            return 0;
        }
    }
}
