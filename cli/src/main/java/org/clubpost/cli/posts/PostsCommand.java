package org.clubpost.cli.posts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The posts to a list. */
@Command(name = "posts", mixinStandardHelpOptions = true, description = "Show posts and what became of them.", subcommands = {
        LsPosts.class, ShowPost.class})
public final class PostsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: ls or show.");
    }
}
