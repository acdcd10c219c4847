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
 * class, {@code de.properties}, each a {@link MessageText}. A file is read when its language is first asked for, and a
 * text when it is first shown. What a language lacks is taken from English. Nothing in a text is markup. Safe for
 * use by many threads.
 */
public final class Catalogue {

    private static final Map<Locale, Catalogue> READ = new ConcurrentHashMap<>();

    private final Locale language;
    private final Properties texts;
    private final PluralRules plurals;
    private final Map<String, MessageText> parsed = new ConcurrentHashMap<>();

    private Catalogue(Locale language, Properties texts) {
        this.language = language;
        this.texts = texts;
        this.plurals = PluralRules.parse(texts.getProperty("language.plurals", ""));
    }

    /** The texts of the language that comes closest; English when none does. */
    public static Catalogue of(Locale wanted) {
        return READ.computeIfAbsent(Languages.closest(wanted), each -> new Catalogue(each, read(each)));
    }

    private static Properties read(Locale language) {
        var texts = new Properties();
        var name = language.toLanguageTag() + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Catalogue.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
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
        return language.equals(Locale.ENGLISH) ? Optional.empty() : of(Locale.ENGLISH).found(name);
    }
}
