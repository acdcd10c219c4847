package org.clubpost.core.moderation;

import java.time.Instant;
import org.clubpost.core.reason.Reason;

/** What became of a held post that was released. */
public sealed interface Release {

    /** It is on its way to the members. */
    record Sent() implements Release {}

    /**
     * It is waiting, and goes out at its time.
     *
     * @param until when it goes out
     */
    record Scheduled(Instant until) implements Release {}

    /**
     * It is held for the owners now.
     *
     * @param reason why
     */
    record Held(Reason reason) implements Release {}

    /**
     * It cannot be sent.
     *
     * @param reason why
     */
    record Impossible(Reason reason) implements Release {}

    /** There was nothing left to decide. */
    record Settled() implements Release {}
}
