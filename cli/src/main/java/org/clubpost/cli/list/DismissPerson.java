package org.clubpost.cli.list;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.cli.output.Typed;
import org.clubpost.core.admin.Appoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a role from somebody. */
@Command(
        name = "dismiss",
        mixinStandardHelpOptions = true,
        description = "Take from somebody the role of an owner or a moderator. The last owner cannot go.",
        footer = {"", "The owners are told by mail, and whoever loses the role, as when it is done in the rooms."})
final class DismissPerson implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "The list.")
    private String id = "";
    @Parameters(index = "1", paramLabel = "ADDRESS", description = "Whose role it is.")
    private String address = "";
    @Mixin
    private RoleOption role = new RoleOption();
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var outcome = new Door(open).people().remove(Door.OPERATOR, open.list(id).id(),
                    Typed.address(spec, address), role.role());
            switch (outcome) {
                case Appoint.Outcome.Done(_, var who, var gone) -> spec.commandLine().getOut()
                        .println(who.written() + " is no " + PeopleOfList.word(gone) + " of " + id
                                + " any more.%n".formatted()
                                + ComeAndGone.told(open));
                case Appoint.Outcome.AlreadySo _ -> throw new CommandFailure("They have no such role: ./clubpost list "
                        + "people " + id + open.option());
                case Appoint.Outcome.LastOwner _ ->
                    throw new CommandFailure("A list has an owner, and this is the last "
                            + "one. Ask somebody else first: ./clubpost list appoint " + id + " ADDRESS --as owner"
                            + open.option());
                case Appoint.Outcome.Unknown _,Appoint.Outcome.Invited _,Appoint.Outcome.TooMany _,Appoint.Outcome.Denied _ ->
                    throw new CommandFailure("There is no such list any more.");
            }
            return 0;
        }
    }
}
