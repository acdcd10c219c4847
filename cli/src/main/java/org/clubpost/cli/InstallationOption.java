package org.clubpost.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Says which installation a command works on. */
public final class InstallationOption {

    /** The data directory of this checkout, when the launcher says which that is, and otherwise of the current directory. */
    public static final String USUAL = "${sys:clubpost.data:-data}";

    @Option(names = "--data", paramLabel = "DIR", defaultValue = USUAL, description = "The data directory of the service (default: ./data).")
    private Path data = Path.of("data");

    /** Connects to it; the caller closes it. */
    public Installation open() {
        return Installation.on(data.toAbsolutePath().normalize());
    }
}
