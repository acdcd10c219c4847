package org.clubpost.cli.posts;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.local.posts.PostWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the posts of a list, newest first. */
@Command(
        name = "ls",
        mixinStandardHelpOptions = true,
        description = "Show the posts of a list, newest first, without what mail systems report.")
final class LsPosts implements Callable<Integer> {

    @Parameters(paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "Show at most this many (default: ${DEFAULT-VALUE}).")
    private int limit;
    @Option(names = "--all", description = "Show what mail systems report, too.")
    private boolean all;
    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit is a number from 1.");
        }
        try (var open = installation.open();
                var posts = open.posts().of(open.list(list).id());
                var listing = new Listing(spec.commandLine().getOut(), json, "post", "received", "state", "author",
                        "subject", "reason")) {
            posts.filter(post -> all || !isReport(post.state())).limit(limit)
                    .forEach(post -> listing.add(post.id(), PostWords.received(post.id()),
                            PostWords.state(post.state()), post.headline().author(), post.headline().subject(),
                            PostWords.reason(post.state())));
        }
        return 0;
    }

    private static boolean isReport(PostState state) {
        return state instanceof PostState.Discarded(var reason) && reason.cause() == Reason.Cause.BOUNCE;
    }
}
