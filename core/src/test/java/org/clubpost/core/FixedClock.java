package org.clubpost.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class FixedClock implements InstantSource {

    /** When the clock starts, if a test does not care: a Friday morning. */
    public static final Instant START = Instant.parse("2026-03-06T08:30:00Z");

    private volatile Instant now;

    /** A clock at {@link #START}. */
    public FixedClock() {
        this(START);
    }

    /** A clock at that time. */
    public FixedClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves the clock on. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** Sets the clock. */
    public synchronized void set(Instant to) {
        now = to;
    }
}
