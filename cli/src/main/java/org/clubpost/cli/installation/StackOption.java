package org.clubpost.cli.installation;

import org.clubpost.cli.cloud.CloudStack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says which stack in AWS a command works on, when it works only on stacks. */
public final class StackOption {

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            defaultValue = "${env:CLUBPOST_STACK:-}",
            description = "The stack in AWS (default: the variable CLUBPOST_STACK).")
    private String stack = "";
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Its name. */
    public String required() {
        if (stack.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "Say which stack in AWS: --stack NAME, as in docs/deploy.md --stack clubpost.");
        }
        return checked(spec, stack);
    }

    static String checked(CommandSpec spec, String stack) {
        if (!CloudStack.isName(stack)) {
            throw new ParameterException(spec.commandLine(), "--stack: \"" + stack
                    + "\" cannot be the name of a stack: a letter and up to 22 letters, digits and hyphens.");
        }
        return stack;
    }
}
