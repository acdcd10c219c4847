package org.clubpost.cli.output;

/** A command cannot do its work, for a reason that the person at the keyboard can deal with. */
public final class CommandFailure extends RuntimeException {

    private final String reason;

    /**
     * @param message one line that says what is wrong and, where that is known, what to do
     */
    public CommandFailure(String message) {
        super(message);
        this.reason = message;
    }

    /** What is wrong, on one line. */
    public String reason() {
        return reason;
    }
}
