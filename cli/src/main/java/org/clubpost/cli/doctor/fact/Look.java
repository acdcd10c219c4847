package org.clubpost.cli.doctor.fact;

import java.util.function.Function;

/**
 * The result of looking at something.
 *
 * @param <T> what one looks at
 */
public sealed interface Look<T> {

    /**
     * It is there.
     *
     * @param <T> what one looks at
     * @param fact what it is
     */
    record Seen<T>(T fact) implements Look<T> {}

    /**
     * There is no such thing.
     *
     * @param <T> what one looks at
     */
    record Missing<T>() implements Look<T> {}

    /**
     * We may not look.
     *
     * @param <T> what one looks at
     * @param permission the permission that is missing, such as {@code ses:GetAccount}
     */
    record Forbidden<T>(String permission) implements Look<T> {}

    /**
     * It could not be looked at.
     *
     * @param <T> what one looks at
     * @param why in a few words
     */
    record Failed<T>(String why) implements Look<T> {}

    /** The same look, with its fact turned into another. */
    default <R> Look<R> map(Function<T, R> turn) {
        return switch (this) {
            case Seen<T>(var fact) -> new Seen<>(turn.apply(fact));
            case Missing<T> _ -> new Missing<>();
            case Forbidden<T>(var permission) -> new Forbidden<>(permission);
            case Failed<T>(var why) -> new Failed<>(why);
        };
    }
}
