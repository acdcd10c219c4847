package org.clubpost.local.check;

import java.time.Instant;
import org.clubpost.local.DataLayout;

/**
 * What is looked at, and when.
 *
 * @param data the data directory
 * @param isServed whether a service runs on it
 * @param now the time of the look
 */
record Scene(DataLayout data, boolean isServed, Instant now) {

    /** The option that names the directory in a command. */
    String option() {
        return " --data " + data.root();
    }

    /** How to go back to a backup. */
    String wayBack() {
        return "go back to the latest backup: ./clubpost restore FILE --data NEW-DIR";
    }
}
