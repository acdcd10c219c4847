package org.clubpost.core.feedback;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as they are stored: to the millisecond. */
final class Times {

    private Times() {}

    static Instant cut(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    static String written(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    static Instant of(String written) {
        return Instant.ofEpochMilli(Long.parseLong(written));
    }
}
