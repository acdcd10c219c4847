package org.clubpost.cli.list;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The lists. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Create, show, change and remove lists.",
        subcommands = {
                CreateList.class, ShowList.class, SetList.class, LsLists.class, RmList.class})
public final class ListCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: create, show, set, ls or rm.");
    }
}
