package org.clubpost.cli.members;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.subscriber.Subscriber;
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
    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only those in this state: ${COMPLETION-CANDIDATES}.")
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
        try (var open = installation.open();
                var all = open.subscribers().all(open.list(list).id());
                var listing = listing()) {
            all.filter(each -> !MemberLine.isGone(each, now))
                    .filter(each -> status == null || SubscriberStatus.of(each) == status)
                    .forEach(each -> add(each, listing));
        }
        return 0;
    }

    private Listing listing() {
        var out = spec.commandLine().getOut();
        return json
                ? new Listing(out, true, "status", "since", "email", "name", "language", "own-posts",
                        "copy-when-addressed")
                : new Listing(out, false, "status", "since", "email", "name");
    }

    /** People see what tells members apart; programs get everything. */
    private void add(Subscriber each, Listing listing) {
        var status = MemberLine.status(each);
        var email = each.person().address().written();
        var name = each.person().name().text();
        if (json) {
            listing.add(status, MemberLine.since(each), email, name, each.person().language().toLanguageTag(),
                    MemberLine.ownPosts(each), MemberLine.copyWhenAddressed(each));
        } else {
            listing.add(status, MemberLine.since(each), email, name);
        }
    }
}
