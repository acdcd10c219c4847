package org.clubpost.local.backup;

/** Thrown when an archive cannot be restored, for a reason that the person who tries can deal with. */
public final class RestoreFailure extends Exception {

    RestoreFailure(String message) {
        super(message);
    }

    RestoreFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The reason, in a sentence or two. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
