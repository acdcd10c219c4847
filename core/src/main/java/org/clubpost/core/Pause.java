package org.clubpost.core;

/** What happens between two attempts at the same thing. */
@FunctionalInterface
public interface Pause {

    /** How often something is attempted. */
    int ATTEMPTS = 8;

    /**
     * Waits before an attempt.
     *
     * @param attempt which one, from 2
     * @return false when there have been enough
     * @throws UnavailableException when the thread is interrupted; it stays interrupted
     */
    boolean before(int attempt);
}
