package org.clubpost.cli.members;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The members of a list. */
@Command(
        name = "members",
        mixinStandardHelpOptions = true,
        description = "Add, remove, change, show, import and export members.",
        subcommands = {
                AddMember.class, RemoveMember.class, SetMember.class, LsMembers.class, ImportMembers.class,
                ExportMembers.class, RegroupMembers.class})
public final class MembersCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do: add, remove, set, ls, import, export or regroup.");
    }
}
