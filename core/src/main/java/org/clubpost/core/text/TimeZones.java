package org.clubpost.core.text;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Time zones by the names of the time zone database of IANA, such as {@code Europe/Berlin}; a difference from UTC, such
 * as {@code UTC+1} or {@code +05:30}, is a zone as well.
 */
public final class TimeZones {

    private static final int LONGEST = 60;
    /** How many letters of a name may be wrong, or missing, or too many. */
    private static final int MOST_WRONG = 3;
    private static final List<String> BY_NAME = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV/")).sorted(Comparator.comparingInt(TimeZones::rank)
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    /** What clocks are called, and countries of one zone, none of which is a name in the database. */
    private static final Map<String, String> ALSO = Map.ofEntries(Map.entry("mez", "Europe/Berlin"),
            Map.entry("mesz", "Europe/Berlin"), Map.entry("cest", "Europe/Berlin"), Map.entry("bst", "Europe/London"),
            Map.entry("eest", "Europe/Helsinki"), Map.entry("west", "Europe/Lisbon"),
            Map.entry("edt", "America/New_York"), Map.entry("pst", "America/Los_Angeles"),
            Map.entry("pdt", "America/Los_Angeles"), Map.entry("cst", "America/Chicago"),
            Map.entry("cdt", "America/Chicago"), Map.entry("mdt", "America/Denver"),
            Map.entry("ist", "Asia/Kolkata"), Map.entry("aest", "Australia/Sydney"),
            Map.entry("germany", "Europe/Berlin"), Map.entry("deutschland", "Europe/Berlin"),
            Map.entry("austria", "Europe/Vienna"), Map.entry("oesterreich", "Europe/Vienna"),
            Map.entry("\u00f6sterreich", "Europe/Vienna"), Map.entry("wien", "Europe/Vienna"),
            Map.entry("switzerland", "Europe/Zurich"), Map.entry("schweiz", "Europe/Zurich"),
            Map.entry("z\u00fcrich", "Europe/Zurich"), Map.entry("france", "Europe/Paris"),
            Map.entry("italy", "Europe/Rome"), Map.entry("spain", "Europe/Madrid"),
            Map.entry("netherlands", "Europe/Amsterdam"), Map.entry("india", "Asia/Kolkata"));

    private TimeZones() {}

    /** The zone of that name, in any case; empty when there is none. */
    public static Optional<ZoneId> parse(String name) {
        var typed = name.strip();
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(BY_NAME.stream().filter(typed::equalsIgnoreCase).findFirst().orElse(typed)));
        } catch (DateTimeException noSuchZone) {
            return Optional.empty();
        }
    }

    /** The zone that somebody may have meant by a name that is none; empty when nothing is near. */
    public static Optional<String> meant(String name) {
        var typed = plain(name);
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.ofNullable(ALSO.get(typed)).or(() -> Optional.ofNullable(ALSO.get(place(typed))))
                .or(() -> BY_NAME.stream().filter(id -> place(plain(id)).equals(place(typed))).findFirst())
                .or(() -> nearest(typed));
    }

    private static Optional<String> nearest(String typed) {
        record Near(String id, int wrong) {}
        return BY_NAME.stream()
                .map(id -> new Near(id, Math.min(wrong(typed, plain(id)), wrong(place(typed), place(plain(id))))))
                .filter(near -> near.wrong <= Math.min(MOST_WRONG, typed.length() / 3))
                .min(Comparator.comparingInt(Near::wrong)).map(Near::id);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_").replace('\\', '/');
    }

    private static String place(String plain) {
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    /** Names of places first: {@code Etc/GMT-1} is easily taken for its opposite. */
    private static int rank(String id) {
        return Stream.of("Europe/", "America/", "Asia/", "Africa/", "Australia/", "Pacific/", "Atlantic/", "Indian/")
                .anyMatch(id::startsWith) ? 0 : 1;
    }

    /** The letters to change, to put in or to take out (Levenshtein's distance). */
    private static int wrong(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var above = row[j];
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1,
                        corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                corner = above;
            }
        }
        return row[other.length()];
    }
}
