package org.clubpost.core.text;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.stream.Stream;

/** The languages that we write in. To add a language, add the file of its texts beside this class, and its tag here. */
public final class Languages {

    /** All of them; the first is for everybody who wants none of the others. */
    public static final List<Locale> ALL = Stream
            .of("en", "de", "fr", "es", "it", "nl", "pl", "pt").map(Locale::forLanguageTag).toList();

    private Languages() {}

    /**
     * The best language for a reader's wishes, by lookup (RFC 4647 section 3.4): {@code de-AT} finds German.
     *
     * @param wanted the languages wanted, best first
     * @param otherwise the language to take when we have none of them; if we do not have it either, the answer is
     *         English
     */
    public static Locale best(List<LanguageRange> wanted, Locale otherwise) {
        var found = Locale.lookup(wanted, ALL);
        return found == null ? closest(otherwise) : found;
    }

    /** Whether we write in that language, whatever the region: {@code de-CH} is German. */
    public static boolean has(Locale locale) {
        return ALL.stream().anyMatch(each -> each.getLanguage().equals(locale.getLanguage()));
    }

    /** The tags of all of them, as a person reads them: {@code en, de}. */
    public static String tags() {
        return CommaList.written(ALL, Locale::toLanguageTag);
    }

    /** The language that we have for that locale; English when there is none. */
    public static Locale closest(Locale locale) {
        return ALL.stream().filter(each -> each.getLanguage().equals(locale.getLanguage())).findFirst()
                .orElse(ALL.getFirst());
    }
}
