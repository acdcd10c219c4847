package org.clubpost.cli.list;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.admin.DeleteLists;
import org.clubpost.core.list.ListId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a deleted list back. */
@Command(
        name = "undelete",
        mixinStandardHelpOptions = true,
        description = "Bring a list back that was deleted less than seven days ago, as it was.")
final class UndeleteList implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The list.")
    private String id = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var outcome = ListId.parse(id).map(list -> new Door(open).deleteLists().restore(Door.OPERATOR, list))
                    .orElseGet(DeleteLists.Outcome.Unknown::new);
            if (!(outcome instanceof DeleteLists.Outcome.Back(var list))) {
                throw new CommandFailure("There is no deleted list \"" + id + "\" that can come back.");
            }
            spec.commandLine().getOut().println(list.address().written() + " is back.");
            return 0;
        }
    }
}
