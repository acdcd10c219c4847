package org.clubpost.cli.posts;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.post.Post;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drops a post that waits for a decision. */
@Command(
        name = "drop",
        mixinStandardHelpOptions = true,
        description = "Drop a post that waits for a decision. Nobody is told.")
final class DropPost implements Callable<Integer> {

    @Parameters(paramLabel = "POST", description = "The post's id.")
    private String id = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var post = open.post(id);
            if (!dropped(open, post)) {
                throw new CommandFailure("This post does not wait for a decision, or not any more.");
            }
            spec.commandLine().getOut().println("Dropped.");
            return 0;
        }
    }

    private static boolean dropped(Installation open, Post post) {
        return Door.done(new Door(open).drop().drop(Door.OPERATOR, open.list(post.list().value()), post.id()));
    }
}
