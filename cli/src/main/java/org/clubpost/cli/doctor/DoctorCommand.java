package org.clubpost.cli.doctor;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.StackOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Looks at an installation in AWS and its DNS, and says what is right, what is wrong and what to do. This class names
 * no class of the SDK, because it is loaded for every command.
 */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Say what is right and what is wrong with a stack in AWS and its DNS, and what to do.",
        footer = {
                "",
                "Exit code: 0 when mail flows (there may be warnings), 1 when it does not.",
                "Credentials and region are those of the AWS command line: aws configure"})
public final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private StackOption stackOption = new StackOption();
    @Option(
            names = "--fix",
            description = "Mend what can be mended safely, and say what was done: switch our own rules on, make the rule of a list that has none, have SES look for DNS records again, have mails with links to confirm sent again.")
    private boolean fix;
    @Option(
            names = "--dns",
            paramLabel = "HOST[:PORT]",
            defaultValue = "",
            description = "Ask this DNS server, such as 1.1.1.1, and not this machine's usual one, which may remember old records.")
    private String dns = "";
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final InstantSource clock;

    /**
     * @param clock this machine's clock, which is compared with AWS's
     */
    public DoctorCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        return new Examination(clock, dns, fix, spec.commandLine().getOut()).run(stackOption.required()) ? 0 : 1;
    }
}
