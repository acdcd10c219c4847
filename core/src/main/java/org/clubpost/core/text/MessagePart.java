package org.clubpost.core.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a {@link MessageText} is made of. */
sealed interface MessagePart {

    /** Words that stand as they are. */
    record Words(String text) implements MessagePart {}

    /** The value of that name, as it stands. */
    record Value(String name) implements MessagePart {}

    /** A whole number as the language writes it. */
    record Digits(String name) implements MessagePart {}

    /** {@code #}: the number that decided. */
    record Counted() implements MessagePart {}

    /** A date, or a time of day, in a style or a pattern. */
    record Time(String name, boolean isDate, String style) implements MessagePart {}

    /** One of several, by the language's form for a number; {@code =0} goes before the forms. */
    record Plural(String name, Map<String, List<MessagePart>> cases) implements MessagePart {

        List<MessagePart> of(long number, String category) {
            var exact = cases.get("=" + number);
            return exact == null ? named(cases, category) : exact;
        }
    }

    /** One of several, by a word. */
    record Select(String name, Map<String, List<MessagePart>> cases) implements MessagePart {

        List<MessagePart> of(String word) {
            return named(cases, word);
        }
    }

    private static List<MessagePart> named(Map<String, List<MessagePart>> cases, String name) {
        var found = cases.get(name);
        return found == null ? Objects.requireNonNull(cases.get(PluralRules.OTHER)) : found;
    }
}
