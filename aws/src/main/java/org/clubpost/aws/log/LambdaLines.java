package org.clubpost.aws.log;

import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * What is written to the log on Lambda: our lines as they are, with nothing before or after them, so that CloudWatch
 * finds JSON in it. Of a warning that somebody else's code writes, only the name of its logger is kept,
 * because nobody knows what is in it. The JDK would write two lines for each, the first with the time.
 */
final class LambdaLines extends Formatter {

    private static final String OURS = "org.clubpost.";

    private final String function;

    private LambdaLines(String function) {
        this.function = function;
    }

    /** From now on, the whole process writes such lines, and nothing else. */
    static void install(String function) {
        LogManager.getLogManager().reset();
        var console = new ConsoleHandler();
        console.setFormatter(new LambdaLines(function));
        console.setFilter(record -> isOurs(record) || record.getLevel().intValue() >= Level.WARNING.intValue());
        LogManager.getLogManager().getLogger("").addHandler(console);
    }

    private static boolean isOurs(LogRecord record) {
        return record.getLoggerName() != null && record.getLoggerName().startsWith(OURS);
    }

    @Override
    public String format(LogRecord record) {
        return (isOurs(record)
                ? record.getMessage()
                : LogLine.of(function, "").with("level", "warning").with("logger", String.valueOf(
                        record.getLoggerName())).outcome("foreign-warning").json())
                + System.lineSeparator();
    }
}
