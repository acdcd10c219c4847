package org.clubpost.core;

/**
 * A port that changes what it keeps only under a condition. When several callers have read the same state, one
 * succeeds, and the others have to read again.
 */
public interface Contested {

    /** How long a caller that lost waits, and how often. It suits what is behind the port. */
    Pause betweenAttempts();
}
