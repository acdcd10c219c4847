package org.clubpost.cli.list;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the club presents itself on all of its lists. */
@Command(
        name = "club",
        mixinStandardHelpOptions = true,
        description = "Show and change how the club presents itself, on all of its lists.",
        subcommands = {ShowClub.class, SetClub.class})
public final class ClubCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: show or set.");
    }
}
