package org.clubpost.cli.list;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.list.MailingList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Removes a list. First its mail no longer comes in, then its members leave, then the list itself goes. Each step may
 * be repeated.
 */
@Command(
        name = "rm",
        mixinStandardHelpOptions = true,
        description = "Remove a list. Its posts, and the people who had left it, stay on record.")
final class RmList implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The list.")
    private String id = "";
    @Option(
            names = "--with-members",
            description = "Remove it although it has members; they count as removed by you. Keep them first with: ./clubpost members export ID")
    private boolean withMembers;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var list = open.list(id);
            var members = open.lists().confirmedMembers(list.id());
            if (members > 0 && !withMembers) {
                throw new CommandFailure(id + " has " + members + (members == 1 ? " member" : " members")
                        + ". Keep them with: ./clubpost members export "
                        + id + open.option() + " > members.csv; then remove it with --with-members.");
            }
            open.refuse(list.id());
            takeOut(list, open);
            if (!Door.done(new Door(open).lists().remove(Door.OPERATOR, list))) {
                throw new CommandFailure("Somebody has joined " + id + " meanwhile, or removed it. Try again.");
            }
            spec.commandLine().getOut().println("Removed " + list.address().written() + ".");
            return 0;
        }
    }

    private static void takeOut(MailingList list, Installation open) {
        if (open.lists().confirmedMembers(list.id()) > 0) {
            Door.done(new Door(open).members().removeAll(Door.OPERATOR, list));
        }
    }
}
