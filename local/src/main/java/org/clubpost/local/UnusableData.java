package org.clubpost.local;

/** Thrown when the data in a directory cannot be used, for a reason that a person can deal with. */
public final class UnusableData extends Exception {

    UnusableData(String reason) {
        super(reason);
    }

    UnusableData(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** What is wrong and what to do, in a sentence or two. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
