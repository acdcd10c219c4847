package org.clubpost.cli.members;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.EditMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a member the right address in place of a mistyped one. */
@Command(
        name = "mend",
        mixinStandardHelpOptions = true,
        description = "Give a member the right address in place of a mistyped one. Consent and history stay; nobody is written to.",
        footer = {
                "", "Example: ./clubpost members mend chess anan@example.org anna@example.org"})
final class MendMember implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Parameters(index = "1", paramLabel = "ADDRESS", description = "The address as it is.")
    private String address = "";
    @Parameters(index = "2", paramLabel = "RIGHT", description = "The address as it should be.")
    private String right = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var from = read(address);
        var to = read(right);
        try (var open = installation.open()) {
            switch (Door
                    .done(new Door(open).edits().address(Door.OPERATOR, open.list(list), open.ids().of(from), to))) {
                case EditMember.Outcome.Done _ -> spec.commandLine().getOut().println("Changed.");
                case EditMember.Outcome.NoMember _ ->
                    throw new CommandFailure("This address is not a member of the list.");
                case EditMember.Outcome.Taken _ ->
                    throw new CommandFailure("Somebody is a member with that address already.");
                case EditMember.Outcome.Away _ -> throw new CommandFailure(
                        "Whoever has that address left, was erased, or must not be written to.");
                case EditMember.Outcome.NotNow _,EditMember.Outcome.NotPossible _ -> throw new CommandFailure(
                        "The address was changed too often lately, or the member complained.");
            }
            return 0;
        }
    }

    private static EmailAddress read(String typed) {
        return EmailAddress.parse(typed)
                .orElseThrow(() -> new CommandFailure("\"" + typed + "\" is not an e-mail address."));
    }
}
