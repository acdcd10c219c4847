package org.clubpost.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.delivery.range.Failure;

/**
 * When a copy that did not go out is tried again.
 *
 * @param pauses how long to wait after each attempt at which one member's copy was put off; after one attempt more than
 *         there are pauses the copy is given up (RFC 5321 section 4.5.4.1 leaves both to the sender)
 * @param resendsUnclear whether a copy that may have been sent is sent once more; then nobody goes without, and
 *         somebody may get it twice
 */
public record RetryPolicy(List<Duration> pauses, boolean resendsUnclear) {

    /**
     * These pauses cover a day and a half. A mail server usually needs no longer to come back, or to trust a sender
     * that it does not know.
     */
    public static final List<Duration> PATIENT = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
            Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(8), Duration.ofHours(24));

    /**
     * Copies the pauses.
     *
     * @throws IllegalArgumentException when there is none
     */
    public RetryPolicy {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty()) {
            throw new IllegalArgumentException("at least one pause");
        }
    }

    /** When the copy is due again; empty when it is given up. */
    public Optional<Instant> due(Failure failure) {
        return switch (failure.kind()) {
            case REFUSED -> Optional.empty();
            case WANTED -> Optional.of(failure.at());
            case MAYBE_SENT -> resendsUnclear && failure.attempts() <= 1
                    ? Optional.of(failure.at().plus(pauses.getFirst()))
                    : Optional.empty();
            case LATER -> failure.attempts() <= pauses.size()
                    ? Optional.of(failure.at().plus(pauses.get(failure.attempts() - 1)))
                    : Optional.empty();
        };
    }

    /** Whether it is due by then. */
    boolean isDue(Failure failure, Instant now) {
        return due(failure).filter(when -> !now.isBefore(when)).isPresent();
    }
}
