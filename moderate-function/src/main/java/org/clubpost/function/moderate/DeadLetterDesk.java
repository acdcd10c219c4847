package org.clubpost.function.moderate;

import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.care.DeadLetters;
import org.clubpost.core.delivery.range.RangeRef;

/**
 * Parks the posts of the messages that the queue gave up on. A message that names no range is only logged: there is no
 * post whose owners could be told.
 */
public final class DeadLetterDesk {

    private final FunctionLog log = new FunctionLog("dead-letter");
    private final DeadLetters deadLetters;

    /** Hands on to that use case. */
    public DeadLetterDesk(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /**
     * Parks the post of that message. May be repeated.
     *
     * @param message the message's id, for the log
     * @param body what the message says: the text of a range
     * @param request the id of the invocation, for the log
     * @return whether the message is done with; otherwise it met a fault, and is to come again
     */
    public boolean isDone(String message, String body, String request) {
        var range = RangeRef.parse(body);
        var line = log.line(request).with("message", message);
        if (range.isEmpty()) {
            log.error(line.outcome("unreadable"));
            return true;
        }
        line = line.list(range.get().list()).post(range.get().post()).with("range", range.get().index());
        try {
            log.error(line.outcome(deadLetters.park(range.get()) ? "parked" : "nothing-to-do"));
            return true;
        } catch (UnavailableException e) {
            log.error(line.outcome("unavailable").failure(e));
            return false;
        } catch (RuntimeException bug) {
            log.error(line.outcome("fault").failure(bug));
            return false;
        }
    }
}
