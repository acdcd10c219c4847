package org.clubpost.mail.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.clubpost.mail.mime.FieldLimits;

/** The body of a Date field (RFC 5322 sections 3.3 and 4.3). */
public final class DateField {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final Pattern DATE = Pattern.compile("(?i)(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ?, ?)?([0-9]{1,2}) "
            + "([a-z]{3}) ([0-9]{2,4}) ([0-9]{2}) ?: ?([0-9]{2})(?: ?: ?([0-9]{2}))? "
            + "(?:[+-][0-9]{4}|UT|GMT|[ECMP][SD]T|[A-IK-Z])");

    private DateField() {}

    /** Whether it is a day of the calendar and a time of day, as RFC 5322 has them written. */
    public static boolean isDate(String value) {
        if (value.length() > FieldLimits.DATE) {
            return false;
        }
        var date = DATE.matcher(withoutComments(value));
        return date.matches() && isOfCalendar(date.toMatchResult());
    }

    private static boolean isOfCalendar(MatchResult date) {
        try {
            LocalDate.of(Integer.parseInt(date.group(3)), 1 + MONTHS.indexOf(date.group(2).toLowerCase(Locale.ROOT)),
                    Integer.parseInt(date.group(1)));
        } catch (DateTimeException noSuchDay) {
            return false;
        }
        var seconds = date.group(6) == null ? 0 : Integer.parseInt(date.group(6));
        return Integer.parseInt(date.group(4)) < 24 && Integer.parseInt(date.group(5)) < 60 && seconds <= 60;
    }

    private static String withoutComments(String value) {
        var text = value;
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(')) {
            int end = AddressSplitter.endOfComment(text, open);
            if (end < 0) {
                return text;
            }
            text = text.substring(0, open) + " " + text.substring(end + 1);
        }
        return text.replaceAll("[ \\t]+", " ").strip();
    }

    /**
     * The date that somebody meant who wrote it in another way, by the clock of that person, as RFC 5322 section 3.3 has
     * it; a date that keeps to the grammar without its comments. Empty when it cannot be told.
     */
    public static Optional<String> mended(String value) {
        if (value.length() > FieldLimits.DATE) {
            return Optional.empty();
        }
        var text = withoutComments(value);
        if (DATE.matcher(text).matches()) {
            return isDate(text) ? Optional.of(text) : Optional.empty();
        }
        return LooseDate.of(text).map(LooseDate::written);
    }
}
