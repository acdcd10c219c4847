package org.clubpost.cli.list;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.Undo;
import org.clubpost.core.list.ListId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an act back that is in a list's log. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = "Take back what was done, as the log has it, unless it has changed since.",
        footer = {
                "", "What can be taken back: settings, a removed list (without its members), a member who was added,",
                "removed or changed, a paused post."})
final class UndoList implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "The list.")
    private String id = "";
    @Parameters(index = "1", paramLabel = "ENTRY", description = "The entry, from: ./clubpost list log ID")
    private String entry = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var list = ListId.parse(id).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "\"" + id + "\" cannot be the name of a list."));
        try (var open = installation.open()) {
            var outcome = EntryId.parse(entry).map(known -> new Door(open).undo().undo(Door.OPERATOR, list, known))
                    .orElseGet(Undo.Outcome.Unknown::new);
            switch (outcome) {
                case Undo.Outcome.Undone(var act) -> done(act, open);
                case Undo.Outcome.Asked _ -> spec.commandLine().getOut().println(
                        "Undone, but for roles: those who had one are asked by mail whether they want it back.");
                case Undo.Outcome.ChangedSince _ -> throw new CommandFailure("Nothing was done: what was changed then "
                        + "has changed since, or was taken back already.");
                case Undo.Outcome.Final _ -> throw new CommandFailure("This cannot be taken back.");
                case Undo.Outcome.Unknown _ -> throw new CommandFailure("The log of the list " + id + " has no entry \""
                        + entry + "\". It has: ./clubpost list log " + id + open.option());
                case Undo.Outcome.Denied(var missing) ->
                    throw new CommandFailure("This is not allowed here (" + missing + ").");
            }
            return 0;
        }
    }

    /** In AWS the receipt rule has to fit the list as it is again. */
    private void done(LogEntry act, Installation open) {
        var out = spec.commandLine().getOut();
        out.println("Taken back.");
        out.flush();
        if (act.act() == Act.LIST_CHANGED || act.act() == Act.LIST_REMOVED) {
            Optional.of(open.list(id)).flatMap(open::receive)
                    .ifPresent(stack -> out.println("AWS knows the list as it is now (stack " + stack + ")."));
        }
    }
}
