package org.clubpost.local;

/** The service cannot start, for a reason that the person who started it can deal with. */
public final class StartFailure extends Exception {

    /**
     * @param message one line that says what is wrong and what to do
     */
    public StartFailure(String message) {
        super(message);
    }
}
