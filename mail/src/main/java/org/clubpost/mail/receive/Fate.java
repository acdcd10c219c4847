package org.clubpost.mail.receive;

import java.time.Instant;
import org.clubpost.core.reason.Reason;

/** What became of a mail that was taken in. Holds nothing of the mail itself, so it can be logged. */
public sealed interface Fate {

    /** It is on its way to the members. */
    record Relayed() implements Fate {}

    /**
     * It is ready for the members, and waits for its time.
     *
     * @param until when it goes out
     */
    record Waiting(Instant until) implements Fate {}

    /**
     * It waits for a person to decide about it.
     *
     * @param reason why
     */
    record Held(Reason reason) implements Fate {}

    /**
     * It goes to nobody, and its author was told.
     *
     * @param reason why
     */
    record Rejected(Reason reason) implements Fate {}

    /**
     * It goes to nobody, and nobody was told.
     *
     * @param reason why
     */
    record Discarded(Reason reason) implements Fate {}

    /** It went on to the owners. */
    record Forwarded() implements Fate {}

    /** It was a request to leave, and was obeyed. */
    record Left() implements Fate {}

    /** It held commands of somebody who runs the list, who got an answer. */
    record Obeyed() implements Fate {}

    /**
     * It asked for something else than leaving, and was answered or obeyed.
     *
     * @param reason what it asked for
     */
    record Served(Reason reason) implements Fate {}

    /** Its delivery had been planned before; what was left of it was queued again. */
    record Resumed() implements Fate {}

    /** It is set aside: taking it in failed again and again, and it is not tried any more. */
    record SetAside() implements Fate {}

    /** Nothing was left to do, or another call was faster. */
    record Settled() implements Fate {}
}
