package org.clubpost.cli.send;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.StackOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tries out sending. This class names no class of the SDK, because it is loaded for every command. */
@Command(
        name = "test-send",
        mixinStandardHelpOptions = true,
        description = "Send test mails from a stack in AWS to SES's simulator, which plays a good address, a dead one and others, and show what came back.",
        footer = {
                "", "The mails cost as much as others do, but count neither for the quota nor for the reputation.",
                "Exit code: 0 when SES took all of them, 1 otherwise."})
public final class TestSendCommand implements Callable<Integer> {

    @Mixin
    private StackOption stackOption = new StackOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        new TestMails(spec.commandLine().getOut()).send(stackOption.required());
        return 0;
    }
}
