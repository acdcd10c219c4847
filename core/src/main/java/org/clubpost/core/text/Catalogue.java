package org.clubpost.core.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every text for people in one language: pages, mails, footers, reasons. They stand in one file a language beside this
 * class, {@code de.properties}, each a {@link MessageText}. A part of the program that few see has a catalogue of its
 * own, in files of the same form beside a class of its own ({@link #beside}). A file is read when its language is first asked for, and a
 * text when it is first shown. What a language lacks is taken from English. Nothing in a text is markup. Safe for
 * use by many threads.
 */
public final class Catalogue {

    private static final Map<Place, Catalogue> READ = new ConcurrentHashMap<>();

    private final Class<?> neighbour;
    private final Locale language;
    private final Properties texts;
    private final PluralRules plurals;
    private final Map<String, MessageText> parsed = new ConcurrentHashMap<>();

    private record Place(Class<?> neighbour, Locale language) {}

    private Catalogue(Place place, Properties texts, PluralRules plurals) {
        this.neighbour = place.neighbour();
        this.language = place.language();
        this.texts = texts;
        this.plurals = plurals;
    }

    /** The texts of the language that comes closest; English when none does. */
    public static Catalogue of(Locale wanted) {
        return READ.computeIfAbsent(new Place(Catalogue.class, Languages.closest(wanted)), place -> {
            var texts = read(place);
            return new Catalogue(place, texts, PluralRules.parse(texts.getProperty("language.plurals", "")));
        });
    }

    /**
     * The texts in the files beside that class, in the language that comes closest. The rules for plurals stand in the
     * files beside this class only.
     */
    public static Catalogue beside(Class<?> neighbour, Locale wanted) {
        var plurals = of(wanted).plurals();
        return READ.computeIfAbsent(new Place(neighbour, Languages.closest(wanted)),
                place -> new Catalogue(place, read(place), plurals));
    }

    private static Properties read(Place place) {
        var texts = new Properties();
        var name = place.language().toLanguageTag() + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(place.neighbour().getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The language. */
    public Locale language() {
        return language;
    }

    /** The language's forms for numbers. */
    public PluralRules plurals() {
        return plurals;
    }

    /** The names of the texts that this language has itself. */
    public Set<String> names() {
        return texts.stringPropertyNames();
    }

    /** Whether there is a text of that name, here or in English. */
    public boolean has(String name) {
        return found(name).isPresent();
    }

    /** The text of that name as it stands in the file. */
    public Optional<String> written(String name) {
        return Optional.ofNullable(texts.getProperty(name));
    }

    /**
     * The text of that name with the values put into its slots.
     *
     * @param values as for {@link MessageText#format}
     * @throws IllegalArgumentException when there is no such text, or a value is missing
     */
    public String text(String name, Map<String, ?> values) {
        var message = found(name).orElseThrow(() -> new IllegalArgumentException("there is no text " + name));
        return message.format(values, language, plurals);
    }

    private Optional<MessageText> found(String name) {
        var there = parsed.get(name);
        if (there != null) {
            return Optional.of(there);
        }
        var text = texts.getProperty(name);
        if (text != null) {
            var read = MessageText.parse(text);
            parsed.put(name, read);
            return Optional.of(read);
        }
        return language.equals(Locale.ENGLISH) ? Optional.empty() : inEnglish().found(name);
    }

    private Catalogue inEnglish() {
        return neighbour.equals(Catalogue.class) ? of(Locale.ENGLISH) : beside(neighbour, Locale.ENGLISH);
    }
}
