package org.clubpost.core;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Reads, decides and writes under a condition, and begins anew when somebody else was quicker.
 *
 * <p><b>Why here, and not at the edge.</b> An edge could answer 503 at once and leave it to the caller to repeat. But
 * then a member who presses a button sees an error. A mail program that leaves a list by one click may never repeat.
 * Lambda delivers an event again only a minute later. The quicker one is done within milliseconds, so a function waits
 * for that in its own time, for three seconds or so at most. The service of one machine does the same.
 *
 * <p><b>Why there is an end.</b> An attempt loses only when somebody else's succeeds, and those who succeed do not come
 * back. So an attempt that loses every time has met a fault, such as a store that refuses what it should take, or a
 * flood. It must not hold a function until its time is up. The {@link Pause} comes from the port, because the adapter
 * knows what it talks to. The pause grows, and is shortened at random, so that those who clashed do not clash again.
 */
public final class Attempts {

    private Attempts() {}

    /**
     * Makes the attempt until it succeeds.
     *
     * @param port where it writes
     * @param attempt reads what it needs anew each time; empty when somebody else was quicker, and then it has changed
     *         nothing and told nobody
     * @return what it gave
     * @throws UnavailableException when somebody else was quicker every time
     */
    public static <T> T until(Contested port, Supplier<Optional<T>> attempt) {
        for (var made = 1;; made++) {
            var result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
            if (!port.betweenAttempts().before(made + 1)) {
                throw new UnavailableException("somebody else was quicker each of " + made + " times");
            }
        }
    }

    /**
     * The same for an attempt that gives nothing.
     *
     * @param port where it writes
     * @param attempt false when somebody else was quicker
     * @throws UnavailableException when somebody else was quicker every time
     */
    public static void untilDone(Contested port, BooleanSupplier attempt) {
        until(port, () -> attempt.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }
}
