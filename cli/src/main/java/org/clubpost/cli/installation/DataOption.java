package org.clubpost.cli.installation;

import java.nio.file.Path;
import org.clubpost.local.DataLayout;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which data directory a command works on, when it works only on this machine. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = InstallationOption.USUAL,
            description = "The data directory of the service (default: ./data).")
    private Path data = Path.of("data");
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The directory, with its whole path. */
    public DataLayout layout() {
        return new DataLayout(InstallationOption.checked(spec, data));
    }
}
