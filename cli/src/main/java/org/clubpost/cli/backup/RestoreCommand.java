package org.clubpost.cli.backup;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.local.DataLayout;
import org.clubpost.local.backup.Restore;
import org.clubpost.local.backup.RestoreFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a data directory of a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Make a data directory of a backup, also of one that export-all of an older version wrote.",
        footer = {"", "What was going out when the backup was made waits for you: nothing is sent twice by itself."})
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");
    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "The directory to make. It must be empty or not there.")
    private Path data = Path.of("data");
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var layout = new DataLayout(InstallationOption.checked(spec, data));
        try {
            print(new Restore(layout, InstantSource.system()).from(file));
            return 0;
        } catch (RestoreFailure e) {
            throw new CommandFailure(e.reason());
        }
    }

    private void print(Restore.Restored restored) {
        var out = spec.commandLine().getOut();
        out.println("Restored what there was at " + restored.begun().truncatedTo(ChronoUnit.SECONDS) + " into " + data
                + ": " + counted(restored.lists(), "list", "lists") + " and "
                + counted(restored.mails(), "mail", "mails") + ".");
        var waiting = restored.waiting();
        if (waiting.paused() > 0) {
            out.println(counted(waiting.paused(), "post that was going out is", "posts that were going out are")
                    + " paused. Find them with ./clubpost posts ls LIST --data " + data
                    + "; to let one go on to those who have not got it: ./clubpost posts resume POST --data " + data
                    + ", or for good: posts cancel");
        }
        if (waiting.held() > 0) {
            out.println(counted(waiting.held(), "post is", "posts are")
                    + " held for a decision. Who has to decide gets a mail when the service starts, or has one already.");
        }
        out.println("If the service that it was taken from still runs, stop that first. Then: ./clubpost start --data "
                + data);
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
