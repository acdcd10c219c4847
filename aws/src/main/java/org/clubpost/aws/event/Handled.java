package org.clubpost.aws.event;

import java.util.Locale;
import java.util.Set;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.list.ListId;

/**
 * What a handler made of a request: the answer, and what the log may say about it.
 *
 * @param answer the answer
 * @param outcome a fixed word for what happened, such as {@code joined}; never anything from the request
 * @param list the list that it was about; empty when there is no list of that name
 * @param counted the metrics of which one is counted
 */
public record Handled(HttpAnswer answer, String outcome, String list, Set<Metric> counted) {

    /** Copies what is counted. */
    public Handled {
        counted = Set.copyOf(counted);
    }

    /** A request about no list that we know. */
    public static Handled of(HttpAnswer answer, String outcome) {
        return new Handled(answer, outcome, "", Set.of());
    }

    /** About that list. */
    public static Handled of(HttpAnswer answer, String outcome, ListId list) {
        return new Handled(answer, outcome, list.value(), Set.of());
    }

    /** A page about that list. */
    public static Handled page(int status, String page, String outcome, ListId list) {
        return of(HttpAnswer.html(status, page), outcome, list);
    }

    /** This, with another answer. */
    public Handled with(HttpAnswer other) {
        return new Handled(other, outcome, list, counted);
    }

    /** This, with one of that metric counted. */
    public Handled counting(Metric metric) {
        return new Handled(answer, outcome, list, Set.of(metric));
    }

    /** The word for the log made from a constant: {@code TOO_MANY} becomes {@code too-many}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
