package org.clubpost.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of all languages. Whoever adds a language or a text finds here what is missing. */
class CatalogueTest {

    private static final Catalogue ENGLISH = Catalogue.of(Locale.ENGLISH);

    /** Words that are the same in both languages, and why. */
    private static final Set<String> SAME = Set.of(
            // How dates are put together, which some languages do alike.
            "time.at", "time.on",
            // Nothing but values.
            "gathered.line",
            // A provider's own words after its name.
            "reason.ses-code", "reason.ses-words",
            // Dutch and French mail programs say "via" as well.
            "post.via");

    /** Words that other languages have borrowed. */
    private static final Set<String> BORROWED = Set.of("Account", "Browser", "Name", "Person", "Privacy");

    private static final Pattern WORD = Pattern.compile("\\p{L}{3}");
    private static final Pattern SLOT = Pattern.compile("\\{[^{}]*}");

    static Stream<Locale> languages() {
        return Languages.ALL.stream();
    }

    static Stream<Locale> otherLanguages() {
        return Languages.ALL.stream().skip(1);
    }

    private static Map<String, MessageText> texts(Catalogue catalogue) {
        var texts = new TreeMap<String, MessageText>();
        for (var name : catalogue.names()) {
            texts.put(name, MessageText.parse(catalogue.written(name).orElseThrow()));
        }
        return texts;
    }

    /** Every argument of a text, with what it is. */
    private static Map<String, MessagePart> arguments(List<MessagePart> parts) {
        var found = new TreeMap<String, MessagePart>();
        for (var part : parts) {
            switch (part) {
                case MessagePart.Words _,MessagePart.Counted _ -> {
                }
                case MessagePart.Value(var name) -> found.putIfAbsent(name, part);
                case MessagePart.Digits(var name) -> found.put(name, part);
                case MessagePart.Time(var name, _, _) -> found.put(name, part);
                case MessagePart.Plural(var name, var cases) -> {
                    found.put(name, part);
                    cases.values().forEach(each -> arguments(each).forEach(found::putIfAbsent));
                }
                case MessagePart.Select(var name, var cases) -> {
                    found.put(name, part);
                    cases.values().forEach(each -> arguments(each).forEach(found::putIfAbsent));
                }
            }
        }
        return found;
    }

    private static Object sample(MessagePart argument) {
        return switch (argument) {
            case MessagePart.Digits _,MessagePart.Plural _ -> 3;
            case MessagePart.Time _ -> ZonedDateTime.of(2026, 3, 6, 9, 30, 0, 0, ZoneId.of("Europe/Warsaw"));
            default -> "<x>";
        };
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void everyLanguageHasEveryTextAndNoOther(Locale language) {
        var expected = new TreeSet<>(ENGLISH.names());
        var there = new TreeSet<>(Catalogue.of(language).names());

        assertEquals(expected, there);
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void placeholdersAreThoseOfEnglish(Locale language) {
        var english = texts(ENGLISH);
        var wrong = new TreeMap<String, Set<String>>();
        texts(Catalogue.of(language)).forEach((name, text) -> {
            var original = english.get(name);
            if (original != null && !arguments(text.parts()).keySet().equals(arguments(original.parts()).keySet())) {
                wrong.put(name, arguments(text.parts()).keySet());
            }
        });

        assertEquals(Map.of(), wrong);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyPluralHasTheFormsOfItsLanguage(Locale language) {
        var forms = new HashSet<>(Catalogue.of(language).plurals().categories());
        forms.add(PluralRules.OTHER);
        var wrong = new TreeMap<String, Set<String>>();
        texts(Catalogue.of(language)).forEach((name, text) -> arguments(text.parts()).values().forEach(argument -> {
            if (argument instanceof MessagePart.Plural(_, var cases)) {
                var there = new HashSet<>(cases.keySet());
                there.removeIf(form -> form.startsWith("="));
                if (!there.equals(forms)) {
                    wrong.put(name, there);
                }
            }
        }));

        assertEquals(Map.of(), wrong);
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void noLineIsLeftInEnglish(Locale language) {
        var left = new TreeMap<String, String>();
        for (var name : Catalogue.of(language).names()) {
            var text = Catalogue.of(language).written(name).orElseThrow();
            if (!SAME.contains(name) && !name.startsWith("language.") && !BORROWED.contains(text) && isWords(text)
                    && ENGLISH.written(name).filter(text::equals).isPresent()) {
                left.put(name, text);
            }
        }

        assertEquals(Map.of(), left);
    }

    private static boolean isWords(String text) {
        return WORD.matcher(SLOT.matcher(text).replaceAll("")).find();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextCanBeWritten(Locale language) {
        var catalogue = Catalogue.of(language);
        texts(catalogue).forEach((name, text) -> {
            var values = new HashMap<String, Object>();
            arguments(text.parts()).forEach((argument, part) -> values.put(argument, sample(part)));

            var written = catalogue.text(name, values);

            assertFalse(written.isBlank(), name);
            assertFalse(written.contains("{") || written.contains("}"), written);
        });
    }

    /** A text is plain text: it has no markup of its own, and no quotes that could end an attribute. */
    @ParameterizedTest
    @MethodSource("languages")
    void noTextHasMarkup(Locale language) {
        for (var name : Catalogue.of(language).names()) {
            var text = Catalogue.of(language).written(name).orElseThrow();

            assertFalse(Pattern.compile("[<>\"]|&\\w+;").matcher(text).find(), name + ": " + text);
            assertFalse(text.contains("'{") || text.contains("'}"), name + " begins words without a meaning: " + text);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void languageIsNamedInItself(Locale language) {
        var name = Catalogue.of(language).text("language.name", Map.of());

        assertTrue(name.equalsIgnoreCase(language.getDisplayLanguage(language)), name);
    }

    @Test
    void languageThatWeDoNotHaveIsEnglish() {
        assertEquals(Locale.ENGLISH, Catalogue.of(Locale.JAPANESE).language());
        assertEquals(Locale.forLanguageTag("pt"), Catalogue.of(Locale.forLanguageTag("pt-BR")).language());
    }

    @Test
    void textThatThereIsNotIsAMistake() {
        assertFalse(Catalogue.of(Locale.FRENCH).has("no.such.text"));
        assertThrows(IllegalArgumentException.class, () -> Catalogue.of(Locale.FRENCH).text("no.such.text", Map.of()));
    }
}
