package org.clubpost.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import org.clubpost.cli.backup.BackupCommand;
import org.clubpost.cli.backup.CheckCommand;
import org.clubpost.cli.backup.RestoreCommand;
import org.clubpost.cli.cloud.AwsErrors;
import org.clubpost.cli.doctor.DoctorCommand;
import org.clubpost.cli.events.EventsCommand;
import org.clubpost.cli.list.ClubCommand;
import org.clubpost.cli.list.ListCommand;
import org.clubpost.cli.members.MembersCommand;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.cli.posts.PostsCommand;
import org.clubpost.cli.preview.PreviewCommand;
import org.clubpost.cli.secrets.SecretsCommand;
import org.clubpost.cli.send.TestSendCommand;
import org.clubpost.core.UnavailableException;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.sqlite.Faults;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 failed, 2 not understood. */
@Command(
        name = "clubpost",
        mixinStandardHelpOptions = true,
        version = "Clubpost "
                + Clubpost.VERSION,
        description = "A mailing list for your club.",
        subcommands = {
                StartCommand.class, LinksCommand.class, ListCommand.class, ClubCommand.class, MembersCommand.class,
                PostsCommand.class, PreviewCommand.class, DoctorCommand.class,
                TestSendCommand.class, BackupCommand.class, RestoreCommand.class,
                CheckCommand.class, EventsCommand.class, SecretsCommand.class,
                CommandLine.HelpCommand.class},
        footer = {"", "Begin with: ./clubpost start",
                "Help on a command: ./clubpost COMMAND --help"})
public final class Clubpost implements Runnable {

    /**
     * The version of this program and of the stack that it belongs to; template.yaml and the parent pom name the same.
     */
    public static final String VERSION = "0.1.0";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Clubpost() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String... arguments) {
        ServiceLog.silence();
        System.exit(run(writer(System.out), writer(System.err), arguments));
    }

    private static PrintWriter writer(PrintStream console) {
        return new PrintWriter(console, true, console.charset());
    }

    /** Runs one command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(InstantSource.system(), out, err, arguments);
    }

    /** Runs one command by that clock and returns its exit code. */
    static int run(InstantSource clock, PrintWriter out, PrintWriter err, String... arguments) {
        var code = commandLine(clock).setOut(out).setErr(err)
                .setUsageHelpAutoWidth(true).setExecutionExceptionHandler((fault, command, _) -> failed(fault, command))
                .setParameterExceptionHandler(Clubpost::misunderstood).execute(arguments);
        // Not every answer ends with the end of a line, which alone flushes it.
        out.flush();
        return code;
    }

    /** What understands the words of a command. */
    static CommandLine commandLine(InstantSource clock) {
        return new CommandLine(new Clubpost(), commandsWith(clock)).setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Makes the commands, and hands the clock to the one that needs it. */
    private static CommandLine.IFactory commandsWith(InstantSource clock) {
        var others = CommandLine.defaultFactory();
        return new CommandLine.IFactory() {

            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == DoctorCommand.class ? type.cast(new DoctorCommand(clock)) : others.create(type);
            }
        };
    }

    private static int failed(Exception fault, CommandLine command) {
        command.getErr().println("clubpost: " + switch (fault) {
            case CommandFailure failure -> failure.reason();
            case UnavailableException unavailable when worksOnAStack(command) -> AwsErrors.describe(unavailable);
            case UnavailableException unavailable -> Faults.explain(unavailable);
            default -> "something unexpected went wrong (" + fault.getClass().getSimpleName() + " at "
                    + (fault.getStackTrace().length == 0 ? "?" : fault.getStackTrace()[0]) + ").";
        });
        return ExitCode.SOFTWARE;
    }

    private static boolean worksOnAStack(CommandLine command) {
        var option = command.getCommandSpec().findOption("--stack");
        return option != null && option.getValue() instanceof String name && !name.isEmpty();
    }

    private static int misunderstood(ParameterException mistake, String... arguments) {
        var command = mistake.getCommandLine();
        command.getErr().println("clubpost: " + mistake.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(mistake, command.getErr())) {
            command.getErr().println("Help: ./" + command.getCommandSpec().qualifiedName(" ") + " --help");
        }
        return ExitCode.USAGE;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
