package org.clubpost.aws.event;

import java.util.Locale;
import org.clubpost.core.list.ListId;

/**
 * What a handler made of a request: the answer, and what the log may say about it.
 *
 * @param answer the answer
 * @param outcome a fixed word for what happened, such as {@code joined}; never anything from the request
 * @param list the list that it was about; empty when there is none of that name
 */
public record Handled(HttpAnswer answer, String outcome, String list) {

    /** About no list that we know of. */
    public static Handled of(HttpAnswer answer, String outcome) {
        return new Handled(answer, outcome, "");
    }

    /** About that list. */
    public static Handled of(HttpAnswer answer, String outcome, ListId list) {
        return new Handled(answer, outcome, list.value());
    }

    /** The word for the log made from a constant: {@code TOO_MANY} becomes {@code too-many}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
