package org.clubpost.local.log;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Writes one line for each record: time, level, who says it, what. For an exception it writes the types and the places,
 * but not the messages: those of other people's code may quote an address or a mail.
 */
final class OneLine extends Formatter {

    private static final int PLACES = 6;
    private static final int CAUSES = 5;

    @Override
    public String format(LogRecord record) {
        var name = record.getLoggerName() == null ? "" : record.getLoggerName();
        var line = new StringBuilder().append(record.getInstant()).append(' ').append(record.getLevel()).append(' ')
                .append(name.substring(name.lastIndexOf('.') + 1)).append(' ')
                .append(formatMessage(record).replaceAll("\\R", " "));
        var depth = 0;
        for (var thrown = record.getThrown(); thrown != null && depth++ < CAUSES; thrown = thrown.getCause()) {
            line.append(" | ").append(thrown.getClass().getName());
            var places = thrown.getStackTrace();
            for (var i = 0; i < Math.min(PLACES, places.length); i++) {
                line.append(" < ").append(places[i]);
            }
        }
        return line.append('\n').toString();
    }
}
