package org.clubpost.cli.doctor.fact;

import java.util.List;

/**
 * Whom a bucket tells of new objects.
 *
 * @param function the function's ARN, perhaps with its alias behind it
 * @param events the kinds of events, such as {@code s3:ObjectCreated:*}
 * @param prefix the beginning of the names of the objects that it is about
 */
public record Notification(String function, List<String> events, String prefix) {

    /** Copies the list. */
    public Notification {
        events = List.copyOf(events);
    }
}
