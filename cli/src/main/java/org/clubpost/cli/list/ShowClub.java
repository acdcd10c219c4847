package org.clubpost.cli.list;

import java.util.concurrent.Callable;

import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.list.setting.ListSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what each list says about the club. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show how the club presents itself. What all lists have alike is the club's, and a new list gets it.")
final class ShowClub implements Callable<Integer> {

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open();
                var listing = new Listing(spec.commandLine().getOut(), json, "list", "setting", "value", "meaning")) {
            for (var list : open.lists().all()) {
                ListSettings.ofBrand().forEach(setting -> listing.add(list.id(), setting.key(),
                        json ? setting.shown(list) : ShownSetting.value(list, setting),
                        ShownSetting.meaning(list, setting)));
            }
        }
        return 0;
    }
}
