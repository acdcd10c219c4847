package org.clubpost.mail.field;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of zones as programs write them into dates, and how far they are from UTC. Names that mean two zones, such as
 * {@code IST} (India, Israel, Ireland), are not here. {@code CST} and its like are those of RFC 5322 section 4.3.
 */
final class ZoneNames {

    private static final Pattern NUMBERS = Pattern.compile("(?:GMT|UTC?)?([+-])([0-9]{1,2}):?([0-9]{2})?");
    /** No offset of a time zone is larger. */
    private static final int MOST_HOURS = 14;

    private static final Map<String, ZoneOffset> OFFSETS = offsets("""
            +00:00 Z UT UTC GMT WET
            +01:00 CET MEZ BST WEST MET WAT HNEC
            +02:00 CEST MESZ MEST HAEC EET SAST CAT
            +03:00 EEST MSK TRT EAT
            +04:00 MSD SAMT GST
            +05:00 PKT YEKT UZT
            +05:30 SLST
            +05:45 NPT
            +06:00 OMST ALMT
            +07:00 WIB ICT KRAT NOVT
            +08:00 AWST HKT SGT WITA IRKT
            +09:00 JST KST WIT YAKT
            +09:30 ACST
            +10:00 AEST VLAT CHST
            +10:30 ACDT
            +11:00 AEDT MAGT
            +12:00 NZST PETT
            +13:00 NZDT
            -02:30 NDT
            -03:00 BRT ART UYT ADT
            -03:30 NST
            -04:00 EDT CLT
            -05:00 EST CDT PET COT
            -06:00 CST MDT
            -07:00 MST PDT
            -08:00 PST AKDT
            -09:00 AKST
            -10:00 HST
            """);

    private ZoneNames() {}

    private static Map<String, ZoneOffset> offsets(String table) {
        var offsets = new HashMap<String, ZoneOffset>();
        table.lines().map(line -> line.split(" ", -1)).forEach(words -> {
            for (int i = 1; i < words.length; i++) {
                offsets.put(words[i], ZoneOffset.of(words[0]));
            }
        });
        return Map.copyOf(offsets);
    }

    /** The offset of a zone by its name or in numbers; nothing when nobody can tell, as of {@code -0000}. */
    static Optional<ZoneOffset> offset(String zone) {
        var name = zone.replace(" ", "").toUpperCase(Locale.ROOT);
        var numbers = NUMBERS.matcher(name);
        if (!numbers.matches() || name.equals("-0000")) {
            return Optional.ofNullable(OFFSETS.get(name));
        }
        var hours = Integer.parseInt(numbers.group(2));
        var minutes = numbers.group(3) == null ? 0 : Integer.parseInt(numbers.group(3));
        try {
            var sign = numbers.group(1).equals("-") ? -1 : 1;
            return hours > MOST_HOURS
                    ? Optional.empty()
                    : Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
        } catch (DateTimeException noOffset) {
            return Optional.empty();
        }
    }
}
