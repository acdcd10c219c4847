package org.clubpost.cli.posts;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.post.PostState;
import org.clubpost.local.posts.PostWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the posts about which those who run the list decide, oldest first. */
@Command(
        name = "held",
        mixinStandardHelpOptions = true,
        description = "Show the posts that wait for a decision of those who run the list, oldest first.")
final class HeldPosts implements Callable<Integer> {

    @Parameters(paramLabel = "LIST", description = "The list.")
    private String list = "";
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
                var posts = open.posts().unsettled(open.list(list).id());
                var listing = new Listing(spec.commandLine().getOut(), json, "post", "received", "author", "subject",
                        "reason")) {
            posts.filter(post -> post.state() instanceof PostState.Held held
                    && held.isFor(PostState.Held.Decider.OWNERS, now))
                    .forEach(post -> listing.add(post.id(), PostWords.received(post.id()), post.headline().author(),
                            post.headline().subject(), PostWords.reason(post.state())));
        }
        return 0;
    }
}
