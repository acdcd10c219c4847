package org.clubpost.cli.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.DataOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.local.LocalData;
import org.clubpost.local.UnusableData;
import org.clubpost.local.backup.Backup;
import org.clubpost.local.backup.BackupFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything that lasts to one file, while the service runs or not. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Write lists, members, posts, mails and keys to one file, while the service runs or not.",
        footer = {"", "What was sent into the built-in mailbox and the log are not in it."})
public final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to make. None is overwritten.")
    private Path file = Path.of("");
    @Mixin
    private DataOption data = new DataOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var open = LocalData.open(data.layout().root())) {
            var written = new Backup(open.layout()).write(open.database(), file.toAbsolutePath().normalize(),
                    Instant.now());
            out.println("Wrote " + file + ": lists, members, posts, keys and " + written.mails() + " mails, "
                    + size(written.octets()) + ".");
            out.println("It holds the addresses of all members and the secret keys: keep it where nobody else can read"
                    + " it.");
            out.println("To restore it: ./clubpost restore " + file + " --data NEW-DIR");
            return 0;
        } catch (UnusableData e) {
            throw new CommandFailure(e.reason());
        } catch (BackupFailure e) {
            throw new CommandFailure(e.reason());
        }
    }

    private static String size(long octets) {
        return octets < 1 << 20 ? Math.ceilDiv(octets, 1 << 10) + " KB" : Math.ceilDiv(octets, 1 << 20) + " MB";
    }
}
