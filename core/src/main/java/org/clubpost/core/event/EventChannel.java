package org.clubpost.core.event;

import java.util.List;

/** Takes events to the programs of the club. */
@FunctionalInterface
public interface EventChannel {

    /**
     * Publishes events. One that was published before, and not heard of, is published again with the same id.
     *
     * @param events in the order in which they happened, at most {@link PublishEvents#TOGETHER}
     * @return those that were taken, and need not be published again
     * @throws org.clubpost.core.UnavailableException when none was taken for certain; safe to repeat
     */
    List<Event> publish(List<Event> events);
}
