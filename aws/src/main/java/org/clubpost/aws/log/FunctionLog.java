package org.clubpost.aws.log;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import org.clubpost.aws.config.Environment;

/** Where a function writes its lines. Safe for use by many threads. */
public final class FunctionLog {

    private final System.Logger log;
    private final String function;
    private final String stack;
    private final InstantSource clock;

    /**
     * The log of that function, in the installation that the process's environment names.
     *
     * @param function its name in the log
     * @param clock gives the time of what is counted
     */
    public FunctionLog(String function, InstantSource clock) {
        var environment = Environment.ofProcess();
        this.function = function;
        this.stack = environment.stack();
        this.clock = clock;
        if (environment.isLambda()) {
            LambdaLines.install(function, stack, clock);
        }
        this.log = System.getLogger("org.clubpost." + function);
    }

    /** Begins a line about that invocation. */
    public LogLine line(String request) {
        return LogLine.of(function, request);
    }

    /** Writes a line about what went as it should. */
    public void info(LogLine line) {
        write(Level.INFO, line);
    }

    /** For what we coped with. */
    public void warning(LogLine line) {
        write(Level.WARNING, line.with("level", "warning"));
    }

    /** Writes a line about what somebody must attend to. */
    public void error(LogLine line) {
        write(Level.ERROR, line.with("level", "error"));
    }

    private void write(Level level, LogLine line) {
        log.log(level, () -> line.json(stack, clock.instant()));
    }
}
