package org.clubpost.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.local.OldData;
import org.clubpost.local.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the data of this version along to the next. */
@Command(
        name = "export-all",
        mixinStandardHelpOptions = true,
        description = "Write all data into one file, which the next version restores. The service must not run.")
public final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to write. It will hold secrets.")
    private Path file = Path.of("");
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = InstallationOption.USUAL,
            description = "The data directory (default: ./data).")
    private Path data = Path.of("data");
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file)) {
            throw new CommandFailure(file + " exists already.");
        }
        try {
            var what = new OldData(InstallationOption.checked(spec, data)).export(file);
            spec.commandLine().getOut().println("Wrote " + what + " to " + file
                    + ". It holds secrets. With the next version: ./clubpost restore " + file + " --data NEW-DIR");
            return 0;
        } catch (StartFailure failure) {
            throw new CommandFailure(failure.reason());
        }
    }
}
