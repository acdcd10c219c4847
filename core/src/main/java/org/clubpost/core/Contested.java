package org.clubpost.core;

/**
 * A port that changes what it keeps under a condition: of several callers who read the same, one succeeds, and the
 * others
 * have to read again.
 */
public interface Contested {

    /** How long a caller who was not the one waits, and how often. It suits what is behind the port. */
    Pause betweenAttempts();
}
