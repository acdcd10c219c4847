package org.clubpost.function.feedback;

import java.util.function.Predicate;

/** Where events wait that could not be applied yet. */
public interface LaterEvents {

    /**
     * Keeps an event for some minutes.
     *
     * @param json the event
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    void add(String json);

    /**
     * Takes what waits, and lets go of what is done. The rest comes again.
     *
     * @param isDone is asked for each, as it was added or as Lambda wrote it down when it gave up; does not throw
     * @return how many there were
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    int take(Predicate<String> isDone);
}
