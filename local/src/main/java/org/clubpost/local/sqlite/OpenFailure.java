package org.clubpost.local.sqlite;

/** Thrown when a database cannot be opened, for a reason that a person can deal with. */
public final class OpenFailure extends Exception {

    /** What stands in the way. */
    public enum Cause {
        /** The file is damaged, or is no database. */
        DAMAGED,
        /** A newer version of this program has written it. */
        NEWER,
        /** It cannot be read or written, for another reason. */
        UNUSABLE
    }

    private final Cause reason;

    OpenFailure(Cause reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    OpenFailure(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What stands in the way. */
    public Cause reason() {
        return reason;
    }
}
