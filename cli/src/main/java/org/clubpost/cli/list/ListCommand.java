package org.clubpost.cli.list;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The lists. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Create, show, change and remove lists, and see how many who ask to join confirm.",
        subcommands = {
                CreateList.class, ShowList.class, SetList.class, LsLists.class, FunnelOfList.class, RmList.class,
                DeleteList.class, UndeleteList.class, CopySettings.class, PeopleOfList.class, AppointPerson.class,
                DismissPerson.class, MakersCommand.class,
                LogList.class, UndoList.class, PrivacyOfList.class, ReleaseMail.class})
public final class ListCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do: create, show, set, ls, funnel, rm, delete, undelete, copy, people, "
                        + "appoint, dismiss, makers, log, undo, privacy or release.");
    }
}
