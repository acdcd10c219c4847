package org.clubpost.cli.members;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The members of a list. */
@Command(
        name = "members",
        mixinStandardHelpOptions = true,
        description = "Add, remove, change, show, import, export and erase members.",
        subcommands = {
                AddMember.class, InviteMember.class, ApproveMember.class, RefuseMember.class, RemoveMember.class,
                SetMember.class,
                MendMember.class, NoteMember.class,
                LsMembers.class, ImportMembers.class, ExportMembers.class, RegroupMembers.class, ShowMember.class,
                ConsentOfMember.class, RestoreMember.class, ReleaseMember.class, ProbeMember.class, EraseMember.class,
                ExportPerson.class})
public final class MembersCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do: add, invite, approve, refuse, remove, restore, release, probe, set, mend, "
                        + "note, show, consent, ls, import, export, "
                        + "regroup, erase or export-person.");
    }
}
