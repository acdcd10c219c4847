package org.clubpost.cli.list;

import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.site.PlainForm;
import org.clubpost.site.Site;
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

    /** The form to paste into a page of another website (docs/embedding.md). */
    private void printForm(MailingList list, URI pages) {
        var out = spec.commandLine().getOut();
        out.println();
        out.println("The form to join, for any website:");
        out.println();
        out.print(new PlainForm(Site.load()).html(list.profile().language(), list, pages));
        out.flush();
    }

    private static void health(Listing listing, MailingList list, Installation open) {
        var last = new Door(open).last();
        var toll = last.verdict(list.id(), InstantSource.system().instant()).toll();
        listing.add("health", last.returns().health(list.id()).map(health -> health.level().name()
                .toLowerCase(Locale.ROOT)).orElse("good"), "of " + toll.copies() + " copies of the last posts "
                        + toll.refused() + " came back for good, and " + toll.complaints() + " were complained of");
    }

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var list = open.list(id);
            try (var listing = new Listing(spec.commandLine().getOut(), json, "setting", "value", "meaning")) {
                listing.add("address", list.address().written(), "where to post");
                listing.add("members", open.lists().confirmedMembers(list.id()), "");
                health(listing, list, open);
                var members = open.lists().groupMembers(list.id());
                list.groups().all().forEach(group -> listing.add("members of " + group,
                        members.getOrDefault(group, 0L), "post to " + list.address(group).written()));
                ListSettings.shown(list).keySet().stream().flatMap(key -> ListSettings.named(key).stream())
                        .forEach(setting -> listing.add(setting.key(),
                                json ? setting.shown(list) : ShownSetting.value(list, setting),
                                ShownSetting.meaning(list, setting)));
            }
            if (!json && list.signUp().open()) {
                open.pages().ifPresent(pages -> printForm(list, pages));
            }
            return 0;
        }
    }
}
