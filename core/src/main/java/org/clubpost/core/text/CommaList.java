package org.clubpost.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several values in one line, with commas, white space or both between them. No value may contain either. */
public final class CommaList {

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private CommaList() {}

    /**
     * Reads each value, in the order typed and without repetitions.
     *
     * @param <T> what a value is
     * @param reader reads one; empty when the text is not a value
     * @return empty when one of them is not a value
     */
    public static <T> Optional<List<T>> parse(String typed, Function<String, Optional<T>> reader) {
        var all = new ArrayList<T>();
        for (var part : SEPARATOR.splitAsStream(typed).filter(each -> !each.isEmpty()).toList()) {
            var read = reader.apply(part);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            read.filter(each -> !all.contains(each)).ifPresent(all::add);
        }
        return Optional.of(List.copyOf(all));
    }

    /** The values as they are typed, with a comma and a blank between them. */
    public static <T> String written(List<T> values, Function<T, String> writer) {
        return values.stream().map(writer).collect(Collectors.joining(", "));
    }
}
