package org.clubpost.local.door;

import java.util.OptionalLong;

/** A connection, as far as it takes a place. Safe for use by many threads. */
public interface Guest {

    /** Where it comes from. */
    Source source();

    /** Since when it makes us wait, by {@link System#nanoTime}; empty while it is being served. */
    OptionalLong waitingSince();

    /** Ends it. It leaves its place by itself. */
    void dismiss();
}
