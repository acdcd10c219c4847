package org.clubpost.cli.secrets;

import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows which keys there are, and none of the keys. */
@Command(
        name = "ls",
        mixinStandardHelpOptions = true,
        description = "Show which keys there are and since when, but not the keys.")
final class LsSecrets implements Callable<Integer> {

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open();
                var listing = new Listing(spec.commandLine().getOut(), json, "key", "made", "does")) {
            var secrets = open.keys().read();
            new TreeSet<>(secrets.signing().keys().keySet()).forEach(number -> listing.add(number,
                    Optional.ofNullable(secrets.made().get(number)).map(Object::toString)
                            .orElse("with the installation"),
                    number == secrets.signing().current() ? "signs and verifies" : "verifies"));
            return 0;
        }
    }
}
