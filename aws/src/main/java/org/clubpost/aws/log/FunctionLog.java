package org.clubpost.aws.log;

import java.lang.System.Logger.Level;
import org.clubpost.aws.config.Environment;
/** Where a function writes its lines. Safe for use by many threads. */
public final class FunctionLog {

    private final System.Logger log;
    private final String function;

    /**
     * The log of a function.
     *
     * @param function its name in the log
     */
    public FunctionLog(String function) {
        if (Environment.ofProcess().isLambda()) {
            LambdaLines.install(function);
        }
        this.log = System.getLogger("org.clubpost." + function);
        this.function = function;
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
        log.log(level, line::json);
    }
}
