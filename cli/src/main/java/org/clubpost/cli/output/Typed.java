package org.clubpost.cli.output;

import org.clubpost.core.address.EmailAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What was typed for a command. */
public final class Typed {

    private Typed() {}

    /**
     * The address that was typed.
     *
     * @throws ParameterException which says that it is none, when it is none
     */
    public static EmailAddress address(CommandSpec command, String typed) {
        return EmailAddress.parse(typed).orElseThrow(() -> new ParameterException(command.commandLine(),
                "\"" + typed + "\" is not an e-mail address."));
    }
}
