package org.clubpost.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.text.Catalogue;
import org.clubpost.core.text.Languages;

/**
 * What an act changed of members, in plain words. The log has it by the names and in the words of the command line.
 *
 * @param words the words
 */
record ChangeWords(Texts words) {

    private static final String NOTHING = "log.nothing";
    private static final String NONE = "none";
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("name", "mydata.name"),
            Map.entry("language", "mydata.language"), Map.entry("own-posts", "mydata.own"),
            Map.entry("copy-when-addressed", "mydata.copy"), Map.entry("notify", "mydata.notify"),
            Map.entry("pause-until", "mydata.paused"), Map.entry("groups", "mydata.groups"),
            Map.entry("reason", "mydata.reason"), Map.entry("form", "mydata.form"),
            Map.entry("remark", "log.field.remark"), Map.entry("key", "log.field.key"),
            Map.entry("field", "log.field.field"));

    /** What that is called; the name itself where there is no word for it. */
    String name(String what) {
        var key = NAMES.get(what);
        return key == null ? what : words.text(key);
    }

    /** A value of it. */
    String value(String what, String stored) {
        if (stored.isEmpty() || isNone(what, stored)) {
            return words.text(NOTHING);
        }
        return switch (what) {
            case "language" -> language(stored);
            case "own-posts" -> known("log.value.own." + stored, stored);
            case "notify" -> known("log.value.notify." + stored, stored);
            case "copy-when-addressed" -> known("mydata." + stored, stored);
            case "pause-until" -> day(stored);
            case "groups" -> stored.replace(",", ", ");
            case "field" -> name(stored);
            default -> stored;
        };
    }

    /** What a person typed may be that word, too. */
    private static boolean isNone(String what, String stored) {
        return stored.equals(NONE) && (what.equals("own-posts") || what.equals("notify") || what.equals("pause-until")
                || what.equals("groups"));
    }

    private String known(String key, String otherwise) {
        return words.has(key) ? words.text(key) : otherwise;
    }

    private static String language(String tag) {
        return Languages.ALL.stream().map(Locale::toLanguageTag).filter(tag::equals).findFirst()
                .map(known -> Catalogue.of(Locale.forLanguageTag(known)).text("language.name", Map.of())).orElse(tag);
    }

    private String day(String stored) {
        try {
            return words.day(LocalDate.parse(stored));
        } catch (DateTimeException noDay) {
            return stored;
        }
    }
}
