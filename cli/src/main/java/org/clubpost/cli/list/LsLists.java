package org.clubpost.cli.list;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows all lists. */
@Command(name = "ls", mixinStandardHelpOptions = true, description = "Show all lists.")
final class LsLists implements Callable<Integer> {

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open();
                var listing = new Listing(spec.commandLine().getOut(), json, "list", "members", "address", "name")) {
            open.lists().all().forEach(list -> listing.add(list.id(), open.lists().confirmedMembers(list.id()),
                    list.address().written(), list.profile().name()));
            return 0;
        }
    }
}
