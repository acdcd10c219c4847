package org.clubpost.cli.installation;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says which installation a command works on: a service on this machine, or a stack in AWS. */
public final class InstallationOption {

    /** The data directory of this checkout, if the launcher names it; otherwise that of the current directory. */
    public static final String USUAL = "${sys:clubpost.data:-data}";

    private static final String DATA = "--data";

    @Option(
            names = DATA,
            paramLabel = "DIR",
            defaultValue = USUAL,
            description = "The data directory of the service (default: ./data).")
    private Path data = Path.of("data");
    @Option(
            names = "--stack",
            paramLabel = "NAME",
            defaultValue = "${env:CLUBPOST_STACK:-}",
            description = "Work on this stack in AWS instead (default: the variable CLUBPOST_STACK).")
    private String stack = "";
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /**
     * Connects to it; the caller closes it. A data directory that the options name takes precedence over a stack that
     * only the environment names.
     */
    public Installation open() {
        var given = spec.commandLine().getParseResult();
        if (given.hasMatchedOption("--stack") && given.hasMatchedOption(DATA)) {
            throw new ParameterException(spec.commandLine(), "Give --data or --stack, not both.");
        }
        return stack.isEmpty() || given.hasMatchedOption(DATA)
                ? Installation.on(checked(spec, data))
                : Installation.of(StackOption.checked(spec, stack));
    }

    /**
     * The directory, with its whole path. An empty name does not stand for the current directory: it is a mistake, such
     * as a variable that is not set.
     */
    public static Path checked(CommandSpec spec, Path data) {
        if (data.toString().isEmpty()) {
            throw new ParameterException(spec.commandLine(), DATA + " needs the name of a directory.");
        }
        return data.toAbsolutePath().normalize();
    }
}
