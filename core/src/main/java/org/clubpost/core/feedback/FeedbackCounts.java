package org.clubpost.core.feedback;

import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Trace;

/**
 * Counts what came back on the post and the list, whoever is to blame. Everything that can be traced comes here, before
 * it is applied to a member; the same may come again.
 */
@FunctionalInterface
public interface FeedbackCounts {

    /** Counts nothing. */
    FeedbackCounts NONE = (_, _) -> {
    };

    /**
     * Counts it, once for each {@link Feedback#id}.
     *
     * @param trace which mail, and to whom
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    void count(Trace.Marked trace, Feedback feedback);
}
