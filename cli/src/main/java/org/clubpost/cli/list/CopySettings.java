package org.clubpost.cli.list;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.admin.ChangeSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over the settings of another list. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = "Take over all settings of another list, but for its name, its description and its people.",
        footer = {"", "It can be taken back: ./clubpost list undo ID ENTRY"})
final class CopySettings implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "The list that is changed.")
    private String id = "";
    @Parameters(index = "1", paramLabel = "FROM", description = "The list whose settings it takes over.")
    private String from = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var outcome = new Door(open).settings().copy(Door.OPERATOR, open.list(id).id(), open.list(from));
            var out = spec.commandLine().getOut();
            switch (outcome) {
                case ChangeSettings.Outcome.Changed(var list, var changed, var entry) -> {
                    out.println(changed.isEmpty()
                            ? "It has these settings already."
                            : "Changed " + String.join(", ", changed.stream().sorted().toList()) + " of " + id + "."
                                    + entry.map(undo -> " To take it back: ./clubpost list undo " + id + " " + undo
                                            + open.option()).orElse(""));
                    out.flush();
                    open.receive(list).ifPresent(stack -> out
                            .println("AWS knows the list as it is now (stack " + stack + ")."));
                }
                case ChangeSettings.Outcome.Refused(var wrong) -> throw new CommandFailure(
                        "Nothing was changed: this list cannot have "
                                + String.join(", ", wrong.stream().sorted().toList())
                                + " of the other.");
                case ChangeSettings.Outcome.Unknown _,ChangeSettings.Outcome.Denied _ ->
                    throw new CommandFailure("There is no such list any more.");
            }
            return 0;
        }
    }
}
