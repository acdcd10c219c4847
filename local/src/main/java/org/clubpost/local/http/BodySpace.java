package org.clubpost.local.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory for bodies of requests that are longer than a form, together. Whoever sends one need not be signed in, and
 * it is there until the last octet has come: so strangers could fill the memory with a few slow ones. Safe for use by many
 * threads.
 */
final class BodySpace {

    private static final int PART_OF_MEMORY = 16;

    private final AtomicLong free;

    BodySpace(long octets) {
        this.free = new AtomicLong(octets);
    }

    /** As much as this process can spare, and enough for two of the longest. */
    static long usual() {
        return Math.max(2L * FunctionRoute.OF_LAMBDA, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }

    /** Takes so many octets; false when there are not so many, and then takes none. */
    boolean take(int octets) {
        var before = free.getAndUpdate(now -> now < octets ? now : now - octets);
        return before >= octets;
    }

    /** How many octets there are still. */
    long free() {
        return free.get();
    }

    /** Gives back what was taken. */
    void give(int octets) {
        free.addAndGet(octets);
    }
}
