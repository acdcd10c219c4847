package org.clubpost.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every catalogue must be. Whoever adds a language or a text finds here what is missing. */
public interface CatalogueContract {

    /** The texts in that language. */
    Catalogue catalogue(Locale language);

    /** The names of texts that may be the same as in English. */
    Set<String> same();

    /** Texts that other languages have borrowed from English. */
    Set<String> borrowed();

    private Catalogue english() {
        return catalogue(Locale.ENGLISH);
    }

    /** Three letters in a row make a word. */
    Pattern WORD = Pattern.compile("\\p{L}{3}");
    /** A slot. */
    Pattern SLOT = Pattern.compile("\\{[^{}]*}");

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
    @MethodSource("org.clubpost.core.text.CatalogueContract#otherLanguages")
    default void everyLanguageHasEveryTextAndNoOther(Locale language) {
        var expected = new TreeSet<>(english().names());
        var there = new TreeSet<>(catalogue(language).names());

        assertEquals(expected, there);
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.core.text.CatalogueContract#otherLanguages")
    default void placeholdersAreThoseOfEnglish(Locale language) {
        var english = texts(english());
        var wrong = new TreeMap<String, Set<String>>();
        texts(catalogue(language)).forEach((name, text) -> {
            var original = english.get(name);
            if (original != null && !arguments(text.parts()).keySet().equals(arguments(original.parts()).keySet())) {
                wrong.put(name, arguments(text.parts()).keySet());
            }
        });

        assertEquals(Map.of(), wrong);
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.core.text.CatalogueContract#languages")
    default void everyPluralHasTheFormsOfItsLanguage(Locale language) {
        var forms = new HashSet<>(catalogue(language).plurals().categories());
        forms.add(PluralRules.OTHER);
        var wrong = new TreeMap<String, Set<String>>();
        texts(catalogue(language)).forEach((name, text) -> arguments(text.parts()).values().forEach(argument -> {
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
    @MethodSource("org.clubpost.core.text.CatalogueContract#otherLanguages")
    default void noLineIsLeftInEnglish(Locale language) {
        var left = new TreeMap<String, String>();
        for (var name : catalogue(language).names()) {
            var text = catalogue(language).written(name).orElseThrow();
            if (!same().contains(name) && !name.startsWith("language.") && !borrowed().contains(text) && isWords(text)
                    && english().written(name).filter(text::equals).isPresent()) {
                left.put(name, text);
            }
        }

        assertEquals(Map.of(), left);
    }

    private static boolean isWords(String text) {
        return WORD.matcher(SLOT.matcher(text).replaceAll("")).find();
    }

    @ParameterizedTest
    @MethodSource("org.clubpost.core.text.CatalogueContract#languages")
    default void everyTextCanBeWritten(Locale language) {
        var catalogue = catalogue(language);
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
    @MethodSource("org.clubpost.core.text.CatalogueContract#languages")
    default void noTextHasMarkup(Locale language) {
        for (var name : catalogue(language).names()) {
            var text = catalogue(language).written(name).orElseThrow();

            assertFalse(Pattern.compile("[<>\"]|&\\w+;").matcher(text).find(), name + ": " + text);
            assertFalse(text.contains("'{") || text.contains("'}"), name + " begins words without a meaning: " + text);
        }
    }
}
