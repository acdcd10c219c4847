package org.clubpost.core.list.setting;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What values a setting can have, and how they are written.
 *
 * @param <T> what the value is
 * @param shape what it looks like in a form
 * @param rule what is accepted, as the end of a sentence: {@code a time from 5m to 30d}
 * @param typed how people type it and see it
 * @param stored how it is kept
 * @param bounds which values are accepted, typed or stored
 * @param hint what else to say of a text that is not accepted, as the end of that sentence; empty for nothing
 */
record Kind<T>(Shape shape, String rule, Form<T> typed, Form<T> stored, Predicate<T> bounds,
        UnaryOperator<String> hint) {

    /** With nothing else to say. */
    Kind(Shape shape, String rule, Form<T> typed, Form<T> stored, Predicate<T> bounds) {
        this(shape, rule, typed, stored, bounds, _ -> "");
    }

    /** Reads a value as typed; empty when it is not accepted. */
    Optional<T> typed(String text) {
        return typed.read(text).filter(bounds);
    }

    /** Reads a value as stored; empty when it is not accepted. */
    Optional<T> stored(String text) {
        return stored.read(text).filter(bounds);
    }
}
