package org.clubpost.local.backup;

/** Thrown when no backup can be made, for a reason that the person who tries can deal with. Then none was left. */
public final class BackupFailure extends Exception {

    BackupFailure(String message) {
        super(message);
    }

    BackupFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The reason, in a sentence or two. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
