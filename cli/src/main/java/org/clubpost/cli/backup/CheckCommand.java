package org.clubpost.cli.backup;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.DataOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.local.check.Checkup;
import org.clubpost.local.check.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks a data directory over and says what to do. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Look a data directory over, with or without a running service, and say what to do.",
        footer = {"", "It changes nothing. Exit code: 0 when all is right (there may be warnings), 1 when not."})
public final class CheckCommand implements Callable<Integer> {

    private static final int SUBJECT_WIDTH = 18;

    @Mixin
    private DataOption data = new DataOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private int wrong;
    private int warnings;

    @Override
    public Integer call() {
        var layout = data.layout();
        if (!Files.isDirectory(layout.root())) {
            throw new CommandFailure("There is no directory " + layout.root() + ". Name another one with --data.");
        }
        var out = spec.commandLine().getOut();
        new Checkup(layout, Instant.now(), finding -> print(out, finding)).run();
        out.println();
        out.println((wrong == 0 ? "All is right" : wrong + " wrong")
                + (warnings == 0 ? "" : ", " + warnings + " to be looked at") + ".");
        return wrong == 0 ? 0 : 1;
    }

    private void print(PrintWriter out, Finding finding) {
        switch (finding) {
            case Finding.Right right -> line(out, "right", right);
            case Finding.Wrong(_, _, var remedy) -> {
                wrong++;
                line(out, "WRONG", finding);
                out.println("       do: " + remedy);
            }
            case Finding.Warning(_, _, var remedy) -> {
                warnings++;
                line(out, "warn", finding);
                out.println("       do: " + remedy);
            }
        }
        out.flush();
    }

    private static void line(PrintWriter out, String verdict, Finding finding) {
        out.println(("%-6s %-" + SUBJECT_WIDTH + "s %s").formatted(verdict, finding.subject(), finding.text()));
    }
}
