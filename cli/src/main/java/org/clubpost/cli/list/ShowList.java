package org.clubpost.cli.list;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.list.setting.ListSetting;
import org.clubpost.core.list.setting.ListSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one list. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Show a list and all its settings.")
final class ShowList implements Callable<Integer> {

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
        try (var open = installation.open()) {
            var list = open.list(id);
            try (var listing = new Listing(spec.commandLine().getOut(), json, "setting", "value", "meaning")) {
                listing.add("address", list.address().written(), "where to post");
                listing.add("members", open.lists().confirmedMembers(list.id()), "confirmed");
                var members = open.lists().groupMembers(list.id());
                list.groups().all().forEach(group -> listing.add("members of " + group,
                        members.getOrDefault(group, 0L), "post to " + list.address(group).written()));
                ListSettings.shown(list).forEach((key, value) -> listing.add(key, value,
                        ListSettings.named(key).map(ListSetting::meaning).orElse("")));
            }
            return 0;
        }
    }
}
