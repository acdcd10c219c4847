package org.clubpost.cli.members;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.cli.output.Typed;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has somebody asked by mail whether they want to join. */
@Command(
        name = "invite",
        mixinStandardHelpOptions = true,
        description = "Have somebody asked by mail whether they want to join. They are a member once they agree.",
        footer = {"", "Who agreed elsewhere: ./clubpost members add LIST ADDRESS"})
final class InviteMember implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Parameters(index = "1", paramLabel = "ADDRESS", description = "Who is asked.")
    private String address = "";
    @Option(
            names = "--by",
            paramLabel = "ADDRESS",
            description = "The owner who invites, so that the mail says who it is. Without it the mail says that an owner of the list invites.")
    private String by = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var invited = Typed.address(spec, address);
        try (var open = installation.open()) {
            var known = open.list(list);
            spec.commandLine().getOut().println(switch (Door.done(new Door(open).invitations()
                    .invite(inviter(known), known, invited, Instant.now()))) {
                case INVITED -> asked(open);
                case MEMBER -> "This person is a member.";
                case WAITS -> "This person has asked to join, and waits: ./clubpost members approve " + list + " "
                        + invited.written() + open.option();
                case STAYS_AWAY -> throw new CommandFailure(
                        "This person left the list, and can only come back through the sign-up form.");
                case SUPPRESSED -> throw new CommandFailure("This person must not be written to.");
                case TOO_MANY -> throw new CommandFailure("The list has invited as many people today as it may.");
            });
            return 0;
        }
    }

    private static String asked(Installation open) {
        return open.isRunning()
                ? "They are asked by mail within minutes, unless they have had several such mails lately."
                : "Noted. No service runs here now; the mail goes out when one is started.";
    }

    private Actor inviter(MailingList known) {
        return by.isEmpty()
                ? Door.OPERATOR
                : EmailAddress.parse(by).filter(known.people().owners()::contains).map(Actor.Owner::new)
                        .orElseThrow(() -> new CommandFailure(
                                "--by is an owner of the list: ./clubpost list people " + list));
    }
}
