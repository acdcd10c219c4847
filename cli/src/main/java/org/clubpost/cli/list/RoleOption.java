package org.clubpost.cli.list;

import org.clubpost.core.admin.Role;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which role it is about. */
final class RoleOption {

    @Option(names = "--as", paramLabel = "ROLE", required = true, description = "owner or moderator.")
    private String as = "";
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The role. */
    Role role() {
        return switch (as) {
            case "owner" -> Role.OWNER;
            case "moderator" -> Role.MODERATOR;
            default -> throw new ParameterException(spec.commandLine(), "--as is owner or moderator.");
        };
    }
}
