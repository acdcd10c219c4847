package org.clubpost.cli;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.DataOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.local.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the links that open the owner's pages of the service that runs on this machine. */
@Command(
        name = "links",
        mixinStandardHelpOptions = true,
        description = "Print the links to the mailbox and the posts of the service that runs on this machine.",
        footer = {"", "The links have a key in them. Whoever has one, and can open a page on this machine,",
                "reads every mail in the mailbox: do not pass it on."})
final class LinksCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var root = data.layout().root();
        var running = RunningService.find(root).orElseThrow(() -> new CommandFailure("No service runs on the data in "
                + root + ". Start it with ./clubpost start, or name another directory with --data."));
        var out = spec.commandLine().getOut();
        out.println("Run lists " + running.signIn() + " (signs you in, once; the next start makes a new one)");
        out.println("Mailbox  " + link(running, "/mailbox"));
        out.println("Posts    " + link(running, "/posts"));
        return 0;
    }

    private static String link(RunningService running, String path) {
        return running.link(path).map(Object::toString).orElseThrow(() -> new CommandFailure(
                "This service does not show its mailbox and its posts. Start it with --local-pages to see them."));
    }
}
