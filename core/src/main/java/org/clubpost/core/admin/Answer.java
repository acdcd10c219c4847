package org.clubpost.core.admin;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What came of an act that not everybody may do.
 *
 * @param <T> what there is to say when it was allowed
 */
public sealed interface Answer<T> {

    /**
     * It was allowed.
     *
     * @param <T> what it is
     * @param value what came of it
     */
    record Allowed<T>(T value) implements Answer<T> {}

    /**
     * It was not allowed; nothing was changed.
     *
     * @param <T> what it would have been
     * @param missing what the actor may not do
     */
    record Denied<T>(Permission missing) implements Answer<T> {}

    /** Does it if it is allowed. */
    static <T> Answer<T> when(boolean allowed, Permission needed, Supplier<T> act) {
        return allowed ? new Allowed<>(act.get()) : new Denied<>(needed);
    }

    /**
     * What came of it.
     *
     * @param refusal makes the exception to throw when it was not allowed
     * @param <E> that exception
     */
    default <E extends RuntimeException> T orElseThrow(Function<Permission, E> refusal) {
        return switch (this) {
            case Allowed<T>(var value) -> value;
            case Denied<T>(var missing) -> throw refusal.apply(missing);
        };
    }
}
