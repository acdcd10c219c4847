package org.clubpost.cli.members;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.subscription.Membership;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings in one person on the owner's word. */
@Command(name = "add", mixinStandardHelpOptions = true, description = "Add a member, on your word that they agreed.")
final class AddMember implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Parameters(index = "1", paramLabel = "ADDRESS", description = "The member's address.")
    private String address = "";
    @Option(names = "--name", paramLabel = "NAME", description = "The member's name.")
    private String name = "";
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "added on the command line",
            description = "Why you may add them; kept as the record of consent (default: ${DEFAULT-VALUE}).")
    private String reason = "";
    @Option(
            names = "--no-mail",
            description = "Do not tell them. Otherwise a mail says that they are on the list now, and how to leave.")
    private boolean noMail;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var newcomer = new Membership.Newcomer(
                EmailAddress.parse(address).orElseThrow(() -> mistake("\"" + address + "\" is not an e-mail address.")),
                PersonName.parse(name).orElseThrow(() -> mistake(
                        "--name is one line of at most " + PersonName.MAX_CODE_POINTS + " characters.")));
        try (var open = installation.open()) {
            var told = noMail ? Membership.Telling.NOBODY : Membership.Telling.NEWCOMERS;
            var tally = Door.done(new Door(open).members().telling(told).add(Door.OPERATOR, open.list(list), newcomer,
                    reason));
            if (tally.notBroughtBack() > 0) {
                throw new CommandFailure("This person left the list or must not be written to, and can only come back "
                        + "through the sign-up form.");
            }
            spec.commandLine().getOut().println(tally.added() == 0
                    ? "This person was a member already."
                    : noMail ? "Added." : "Added. A mail tells them so, and how to leave.");
            return 0;
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
