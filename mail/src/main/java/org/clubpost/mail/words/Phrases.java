package org.clubpost.mail.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of phrases of many languages, from a file of this package. A line {@code [name]} begins a section; each other
 * line is a phrase as {@link Phrase} has it, and {@code #} begins a comment. {@code <name>} stands for the phrase of
 * that name, which a line {@code name = phrase} above gives.
 */
final class Phrases {

    private static final Pattern SECTION = Pattern.compile("\\[([a-z-]+)\\]");
    private static final Pattern DEFINED = Pattern.compile("([a-z.]+) = (.+)");
    private static final Pattern NAMED = Pattern.compile("<([a-z.]+)>");

    private final Map<String, List<Phrase>> sections;

    private Phrases(Map<String, List<Phrase>> sections) {
        this.sections = sections;
    }

    /** Reads the file of that name in this package. */
    static Phrases of(String file) {
        var named = new HashMap<String, String>();
        var sections = new HashMap<String, List<Phrase>>();
        var section = "";
        for (var line : lines(file)) {
            var header = SECTION.matcher(line);
            var defined = DEFINED.matcher(line);
            if (header.matches()) {
                section = header.group(1);
            } else if (defined.matches()) {
                named.put(defined.group(1), expanded(defined.group(2), named));
            } else {
                sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(Phrase.of(expanded(line, named)));
            }
        }
        return new Phrases(sections);
    }

    /** Whether the text as a whole is one of the phrases. */
    boolean isOne(String section, String folded) {
        var words = words(folded);
        return phrases(section).stream().anyMatch(phrase -> phrase.ends(words, from(0, 1)).get(words.size()));
    }

    /** Whether the text begins with one of the phrases. */
    boolean begins(String section, String folded) {
        var words = words(folded);
        return phrases(section).stream().anyMatch(phrase -> !phrase.ends(words, from(0, 1)).isEmpty());
    }

    /** How few words are left when the text begins with one of the phrases; empty when it does not. */
    OptionalInt left(String section, String folded) {
        var words = words(folded);
        return phrases(section).stream().map(phrase -> phrase.ends(words, from(0, 1))).filter(ends -> !ends.isEmpty())
                .mapToInt(ends -> words.size() - (ends.length() - 1)).min();
    }

    /** Whether one of the phrases stands in the text. */
    boolean isIn(String section, String folded) {
        var words = words(folded);
        return phrases(section).stream().anyMatch(phrase -> !phrase.ends(words, from(0, words.size())).isEmpty());
    }

    private static BitSet from(int begin, int end) {
        var places = new BitSet();
        places.set(begin, end);
        return places;
    }

    private static List<String> words(String folded) {
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    private List<Phrase> phrases(String section) {
        return Objects.requireNonNull(sections.get(section), section);
    }

    private static String expanded(String phrase, Map<String, String> named) {
        return NAMED.matcher(phrase).replaceAll(found -> Matcher.quoteReplacement(
                Objects.requireNonNull(named.get(found.group(1)), found.group(1))));
    }

    private static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
