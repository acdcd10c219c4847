package org.clubpost.cli.secrets;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The keys. */
@Command(
        name = "secrets",
        mixinStandardHelpOptions = true,
        description = "Show and rotate the keys with which links are signed.",
        subcommands = {RotateSecrets.class, LsSecrets.class})
public final class SecretsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: rotate or ls.");
    }
}
