package org.clubpost.cli.list;

import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.cli.output.Typed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.AppointMakers;
import org.clubpost.core.admin.Makers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who may make lists in the rooms. */
@Command(
        name = "makers",
        mixinStandardHelpOptions = true,
        description = "Show who may make lists in the rooms and by the API, and change that.",
        footer = {"",
                "They and whoever it is about are told by mail, as when it is changed in the rooms. There must be a",
                "list, from whose address the mail comes."})
final class MakersCommand implements Runnable {

    @Option(names = "--add", paramLabel = "ADDRESS", description = "Let this person make lists.")
    private String added = "";
    @Option(names = "--remove", paramLabel = "ADDRESS", description = "Let this person make lists no longer.")
    private String removed = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        try (var open = installation.open()) {
            var makers = new Door(open).makers();
            if (!added.isEmpty()) {
                done(makers.grant(Door.OPERATOR, address(added)));
            }
            if (!removed.isEmpty()) {
                done(makers.withdraw(Door.OPERATOR, address(removed)));
            }
            makers.seen(Door.OPERATOR).map(Makers::all)
                    .ifPresent(all -> all.stream().map(EmailAddress::written).sorted()
                            .forEach(spec.commandLine().getOut()::println));
        }
    }

    private EmailAddress address(String typed) {
        return Typed.address(spec, typed);
    }

    private static void done(AppointMakers.Outcome outcome) {
        switch (outcome) {
            case AppointMakers.Outcome.Done _,AppointMakers.Outcome.AlreadySo _ -> {
            }
            case AppointMakers.Outcome.TooMany _ ->
                throw new CommandFailure("No more than " + Makers.MOST + " people can make lists.");
            case AppointMakers.Outcome.Denied _ -> throw new CommandFailure("This is not allowed here.");
        }
    }
}
