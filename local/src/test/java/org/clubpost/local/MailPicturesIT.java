package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.text.Languages;
import org.clubpost.site.Letters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mail that we write, in every language, light and dark, on a telephone and in a window: nothing is wider than the
 * screen, every word can be read, and the plain text says the same. With {@code -Dclubpost.pictures=DIRECTORY} it leaves
 * contact sheets there, of the languages in {@code -Dclubpost.languages=en,de} or of all.
 */
final class MailPicturesIT {

    private static final int ON_A_SHEET = 8;
    private static final Pattern LINK = Pattern.compile("(?:https|mailto):\\S+");

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static List<Locale> languages() {
        return Languages.ALL;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyMailFitsATelephoneAndItsTextSaysTheSame(Locale language) {
        var mails = SampleMail.in(language);
        assertTrue(mails.size() > 20, "some kinds are missing: " + mails.size());
        try (var sheet = MailSheet.in(chromium, ColorScheme.LIGHT)) {
            sheet.show(mails, 360);
            assertEquals("", String.join("\n", sheet.problems()));
            compare(mails, sheet.said(), language);
        }
    }

    /** Colours are the same in every language. */
    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void everyMailCanBeReadInEitherScheme(ColorScheme scheme) {
        try (var sheet = MailSheet.in(chromium, scheme)) {
            for (var width : new int[]{360, 700}) {
                sheet.show(SampleMail.in(Locale.ENGLISH), width);
                assertEquals("", String.join("\n", sheet.problems()), "at " + width);
            }
            Languages.ALL.forEach(language -> pictures(sheet, language, scheme));
        }
    }

    private static void compare(List<SampleMail> mails, List<MailSheet.Said> said, Locale language) {
        var hint = Letters.load().part(language, "mail.link", Map.of());
        for (var i = 0; i < mails.size(); i++) {
            var mail = mails.get(i);
            assertEquals(words(said.get(i).text().replace(hint, "")), words(mail.text()), mail.name());
            assertEquals(said.get(i).links(), links(mail.text()), mail.name());
        }
    }

    private static void pictures(MailSheet sheet, Locale language, ColorScheme scheme) {
        var wanted = System.getProperty("clubpost.languages", "");
        if (System.getProperty("clubpost.pictures", "").isEmpty()
                || (!wanted.isEmpty() && !List.of(wanted.split(",", -1)).contains(language.toString()))) {
            return;
        }
        var mails = SampleMail.in(language);
        for (var from = 0; from < mails.size(); from += ON_A_SHEET) {
            sheet.show(mails.subList(from, Math.min(mails.size(), from + ON_A_SHEET)), 360);
            sheet.picture("mails-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-"
                    + from / ON_A_SHEET);
        }
    }

    /** Its words in order, without links, the colon before one, and the line that a signature begins with. */
    private static List<String> words(String text) {
        return Stream.of(LINK.matcher(text).replaceAll(" ").replaceAll("(?m)^--$", " ").split("\\s+"))
                .map(word -> word.endsWith(":") ? word.substring(0, word.length() - 1) : word)
                .filter(word -> !word.isBlank()).toList();
    }

    private static Set<String> links(String text) {
        return LINK.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }
}
