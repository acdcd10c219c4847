package org.clubpost.local;

/** The service cannot start, for a reason that the person who started it can deal with. */
public final class StartFailure extends Exception {

    private final String reason;

    /**
     * @param message one line that says what is wrong and what to do
     */
    public StartFailure(String message) {
        super(message);
        this.reason = message;
    }

    /** What is wrong and what to do, on one line. */
    public String reason() {
        return reason;
    }
}
