package org.clubpost.local.relay;

import java.time.Duration;

/**
 * How much of a mail server we use, and how long we wait for it.
 *
 * @param connections the most connections at the same time
 * @param connect how long to wait for the connection to be made
 * @param command how long to wait for the answer to any command, and for the server to take what we write
 * @param end how long to wait for the answer to the end of a mail. RFC 5321 section 4.5.3.2.6 asks for 10 minutes. We
 *         wait less, because a range is leased for less; what happened is then {@link
 *         org.clubpost.core.outbox.SendOutcome.Unclear unclear}
 * @param idle how long an unused connection is kept
 */
public record RelayLimits(int connections, Duration connect, Duration command, Duration end, Duration idle) {

    /** Enough connections to keep a server busy, and no more than most servers allow one client. */
    public static final int USUAL_CONNECTIONS = 8;

    /**
     * @throws IllegalArgumentException when it allows no connection
     */
    public RelayLimits {
        if (connections < 1) {
            throw new IllegalArgumentException("connections out of range: " + connections);
        }
    }

    /** The usual times, with that many connections. */
    public static RelayLimits of(int connections) {
        return new RelayLimits(connections, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(60),
                Duration.ofSeconds(30));
    }
}
