package org.clubpost.cli.list;

import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.admin.DeleteLists;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes a list with its members; it can come back for a week. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Delete a list with its members. For seven days it can come back with undelete, as it was; then "
                + "everything that is kept about it is erased.",
        footer = {"", "To remove a list and keep its posts, and who had left it, on record: ./clubpost list rm ID",
                "Owners are told by mail when it is deleted in the rooms, and not when it is deleted here."})
final class DeleteList implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The list.")
    private String id = "";
    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "The name that people see, once more, so that it is no slip.")
    private String name = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var list = open.list(id);
            switch (new Door(open).deleteLists().delete(Door.OPERATOR, list.id(), name)) {
                case DeleteLists.Outcome.Deleted(var gone, var until) -> spec.commandLine().getOut().println("Deleted "
                        + gone.address().written() + ". Until " + until.truncatedTo(ChronoUnit.SECONDS)
                        + " it can come back: ./clubpost list undelete " + id + open.option());
                case DeleteLists.Outcome.OtherName _ -> throw new CommandFailure("The name of this list is \""
                        + list.profile().name() + "\". Nothing was deleted.");
                case DeleteLists.Outcome.Back _,DeleteLists.Outcome.Unknown _,DeleteLists.Outcome.Denied _ ->
                    throw new CommandFailure("There is no such list any more.");
            }
            return 0;
        }
    }
}
