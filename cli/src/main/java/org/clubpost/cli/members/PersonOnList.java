package org.clubpost.cli.members;

import org.clubpost.cli.output.Typed;
import org.clubpost.core.address.EmailAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whom a command is about: its first two parameters. */
final class PersonOnList {

    @Parameters(index = "0", paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Parameters(index = "1", paramLabel = "ADDRESS", description = "The person's address.")
    private String address = "";
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** The list's name as it was typed. */
    String list() {
        return list;
    }

    /**
     * The person's address.
     *
     * @throws ParameterException when what was typed is none
     */
    EmailAddress address() {
        return Typed.address(command, address);
    }
}
