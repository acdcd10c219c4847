package org.clubpost.core.event;

import java.util.Collection;
import java.util.List;
import org.clubpost.core.secret.SubscriberId;

/**
 * The events that were recorded and not published yet. Recording is not here, because it is part of the change that the
 * event tells of. Every method may throw {@link org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Events {

    /**
     * For how many days an event waits for its publication. After that it may be removed, and it is not found any more.
     */
    int DAYS = 14;

    /**
     * The oldest events, in the order of their times; events of one millisecond in any order.
     *
     * @param limit the most to return, 1 to 1,000
     */
    List<Event> oldest(int limit);

    /**
     * Takes the address out of every event about that person that still waits. The events stay. May be repeated.
     *
     * @param person whose address nobody is to be told any more
     */
    void forgetAddress(SubscriberId person);

    /** Removes these events. One that is not there any more is no error. */
    void remove(Collection<Event> events);
}
