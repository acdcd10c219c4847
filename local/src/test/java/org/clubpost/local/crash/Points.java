package org.clubpost.local.crash;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Which of many points a test looks at: all of them with {@code -Dclubpost.crash.all=true}, else a few that are spread
 * evenly, others with each {@code -Dclubpost.crash.seed}.
 */
final class Points {

    private static final boolean ALL = Boolean.getBoolean("clubpost.crash.all");
    private static final long SEED = Long.getLong("clubpost.crash.seed", System.nanoTime() % 1_000_000);

    private final int every;
    private final int first;

    private Points(int every, int first) {
        this.every = every;
        this.first = first;
    }

    /** About that many of all. */
    static Points some(int wanted, long all) {
        var every = ALL ? 1 : (int) Math.max(1, all / wanted);
        return new Points(every, random().nextInt(every));
    }

    /** Whether the point of that number is one. */
    boolean includes(int number) {
        return number % every == first;
    }

    /** Decided by the seed. */
    static RandomGenerator random() {
        return new Random(SEED);
    }

    /** To repeat a run. */
    static String seed() {
        return "-Dclubpost.crash.seed=" + SEED + (ALL ? " -Dclubpost.crash.all=true" : "");
    }
}
