package org.clubpost.core.list.setting;

import java.util.Optional;
import java.util.function.Function;

/**
 * One way to write a value as text. What was written is read as the same value.
 *
 * @param <T> what the value is
 * @param writer writes a value
 * @param reader reads what was written; empty when it is not such a value
 */
record Form<T>(Function<T, String> writer, Function<String, Optional<T>> reader) {

    String write(T value) {
        return writer.apply(value);
    }

    Optional<T> read(String text) {
        return reader.apply(text);
    }
}
