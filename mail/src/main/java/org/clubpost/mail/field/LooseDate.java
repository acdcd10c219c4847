package org.clubpost.mail.field;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date and a time of day as programs write them that do not know RFC 5322: in the order of ISO 8601, of C's {@code
 * asctime}, or of the grammar with small faults.
 *
 * @param clock what the author's clock showed
 * @param zone the zone as it was written; empty without one
 */
record LooseDate(LocalDateTime clock, String zone) {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final String MONTH = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}+\\.?";
    private static final String DAY = "(?<day>[0-9]{1,2})(?:st|nd|rd|th)?";
    private static final String WEEKDAY = "(?:\\p{L}{2,12}\\.? ?,? ?)?";
    private static final String TIME = "(?<hour>[0-9]{1,2}) ?: ?(?<minute>[0-9]{2})(?: ?: ?(?<second>[0-9]{2}))?"
            + "(?:[.,][0-9]{1,9})?(?: ?(?<half>[AP])\\.?M\\b\\.?)?";
    private static final String ZONE = "(?: ?(?<zone>(?:GMT|UTC?)? ?[+-] ?[0-9]{1,2}:?(?:[0-9]{2})?(?![0-9])"
            + "|[A-Z]{1,5}\\b))?";
    private static final String END = "(?:[ ;,].*)?";
    private static final List<Pattern> FORMS = List.of(
            form(WEEKDAY + DAY + "[ .-]{1,2}" + MONTH + "[ ,-]{1,2}(?<year>[0-9]{2,4}),? (?:at )?" + TIME + ZONE + END),
            form(WEEKDAY + MONTH + " " + DAY + ",? " + TIME + ZONE + " (?<year>[0-9]{4})(?: ?(?<later>[+-][0-9]{4}))?"
                    + END),
            form(WEEKDAY + MONTH + " " + DAY + ",? (?<year>[0-9]{4}),? (?:at )?" + TIME + ZONE + END),
            form("(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})(?:T|,? )" + TIME + ZONE + END));
    /** RFC 5322 section 3.3. */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss ",
            Locale.ROOT);
    private static final int FIRST_YEAR = 1971;
    private static final int LAST_YEAR = 2199;

    private static Pattern form(String text) {
        return Pattern.compile("(?i)" + text);
    }

    /** Reads a text without comments and with one blank at a time. */
    static Optional<LooseDate> of(String text) {
        return FORMS.stream().map(form -> form.matcher(text)).filter(Matcher::matches).findFirst()
                .flatMap(LooseDate::read);
    }

    private static Optional<LooseDate> read(Matcher found) {
        try {
            var clock = LocalDateTime.of(year(found.group("year")), month(found.group("month")), number(found, "day"),
                    hour(found), number(found, "minute"), Math.min(second(found), 59));
            var isInTime = clock.getYear() >= FIRST_YEAR && clock.getYear() <= LAST_YEAR;
            return isInTime ? Optional.of(new LooseDate(clock, zone(found))) : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }

    /** RFC 5322 section 4.3. */
    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : digits.length() == 2 && year < 50 ? 2000 + year : 1900 + year;
    }

    private static int month(String written) {
        return Character.isDigit(written.charAt(0))
                ? Integer.parseInt(written)
                : 1 + MONTHS.indexOf(written.toLowerCase(Locale.ROOT));
    }

    private static int hour(Matcher found) {
        var half = found.group("half");
        var hour = number(found, "hour");
        if (half == null || hour > 12) {
            return hour;
        }
        return hour % 12 + (half.equalsIgnoreCase("P") ? 12 : 0);
    }

    /** A minute may have a second more. One that is far off makes no time. */
    private static int second(Matcher found) {
        var second = found.group("second") == null ? 0 : number(found, "second");
        if (second > 60) {
            throw new DateTimeException("no such second");
        }
        return second;
    }

    private static String zone(Matcher found) {
        if (found.namedGroups().containsKey("later") && found.group("later") != null) {
            return found.group("later");
        }
        return found.group("zone") == null ? "" : found.group("zone");
    }

    /** As RFC 5322 section 3.3 has it; {@code -0000} where nobody can tell the zone (section 4.3). */
    String written() {
        return FORMAT.format(clock) + ZoneNames.offset(zone)
                .map(offset -> offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", ""))
                .orElse("-0000");
    }
}
