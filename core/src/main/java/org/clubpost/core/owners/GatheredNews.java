package org.clubpost.core.owners;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The news that wait to be told. Every method may throw {@link org.clubpost.core.UnavailableException} and is safe to
 * repeat.
 */
public interface GatheredNews {

    /**
     * The news that are due, in the order of their times.
     *
     * @param limit the most to return, 1 to 1,000
     */
    List<News> due(Instant now, int limit);

    /** Adds news. One that is there already stays. */
    void add(News news);

    /** Removes these news. One that is not there any more is no error. */
    void remove(Collection<News> news);
}
