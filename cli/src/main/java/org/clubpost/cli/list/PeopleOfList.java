package org.clubpost.cli.list;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.admin.Invitation;
import org.clubpost.core.admin.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows who runs a list, who decides about its posts, and who is asked to. */
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = "Show who runs a list, who decides about its posts, and who is asked to.")
final class PeopleOfList implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The list.")
    private String id = "";
    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open();
                var listing = new Listing(spec.commandLine().getOut(), json, "address", "role", "asked", "until")) {
            var list = open.list(id);
            list.people().owners().forEach(each -> listing.add(each.written(), word(Role.OWNER), "", ""));
            list.people().moderators().forEach(each -> listing.add(each.written(), word(Role.MODERATOR), "", ""));
            new Door(open).people().open(list.id()).forEach(asked -> listing.add(asked.address().written(),
                    word(asked.role()), asked.id().value(), until(asked)));
        }
        return 0;
    }

    private static String until(Invitation invitation) {
        return invitation.until().toString();
    }

    /** What the commands call a role. */
    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
