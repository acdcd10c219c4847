package org.clubpost.cli.members;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.clubpost.cli.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows who is on a list. */
@Command(name = "ls", mixinStandardHelpOptions = true, description = "Show who is on a list.")
final class LsMembers implements Callable<Integer> {

    @Parameters(paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Option(names = "--status", paramLabel = "STATUS", description = "Only those in this state: ${COMPLETION-CANDIDATES}.")
    private @Nullable SubscriberStatus status;
    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var now = Instant.now();
        var listing = new Listing("status", "since", "email", "name");
        try (var open = installation.open(); var all = open.subscribers().all(open.list(list).id())) {
            all.filter(each -> !MemberLine.isGone(each, now))
                    .filter(each -> status == null || SubscriberStatus.of(each) == status)
                    .forEach(each -> listing.add(MemberLine.status(each), MemberLine.since(each),
                            each.person().address().written(), each.person().name().text()));
        }
        listing.print(spec.commandLine().getOut(), json);
        return 0;
    }
}
