package org.clubpost.core.list.setting;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What values a setting can have, and how they are written.
 *
 * @param <T> what the value is
 * @param rule what is accepted, as the end of a sentence: {@code a time from 5m to 30d}
 * @param typed how people type it and see it
 * @param stored how it is kept
 * @param bounds which values are accepted, typed or stored
 */
record Kind<T>(String rule, Form<T> typed, Form<T> stored, Predicate<T> bounds) {

    /** Reads a value as typed; empty when it is not accepted. */
    Optional<T> typed(String text) {
        return typed.read(text).filter(bounds);
    }

    /** Reads a value as stored; empty when it is not accepted. */
    Optional<T> stored(String text) {
        return stored.read(text).filter(bounds);
    }
}
