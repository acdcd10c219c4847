package org.clubpost.cli.posts;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.OweDecision;
import org.clubpost.core.post.PostId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides about a post that waits, and leaves it to the service to carry that out. */
abstract class DecidePost implements Callable<Integer> {

    @Parameters(paramLabel = "POST", description = "The post's id, from: ./clubpost posts held LIST")
    private String id = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final String done;

    /**
     * @param done what is said when it is decided
     */
    DecidePost(String done) {
        this.done = done;
    }

    /** Decides; false when there is nothing to decide. */
    abstract boolean decide(OweDecision decisions, MailingList list, PostId post);

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var post = open.post(id);
            if (!decide(new Door(open).decisions(), open.list(post.list().value()), post.id())) {
                throw new CommandFailure("This post does not wait for a decision, or not any more.");
            }
            var out = spec.commandLine().getOut();
            out.println(open.isRunning()
                    ? done + " within a minute. What became of it: ./clubpost posts show " + id + open.option()
                    : "Noted. No service runs here now; it is done when one is started.");
            return 0;
        }
    }
}
