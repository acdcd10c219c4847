package org.clubpost.core.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many posts, each with other troubles. How to run more of them, and one again, is told in CONTRIBUTING.md. */
final class ChaosTest {

    private static final int RUNS = Integer.getInteger("clubpost.chaos.runs", 40);
    private static final long SEED = Long.getLong("clubpost.chaos.seed", 1);

    @Test
    void nobodyIsMissedAndNobodyIsMailedTwiceWithoutNeed() {
        var wrongs = new ArrayList<String>();
        var results = new ArrayList<ChaosRun.Result>();
        for (var seed = SEED; seed < SEED + RUNS; seed++) {
            var result = new ChaosRun(seed).run();
            results.add(result);
            if (!result.wrongs().isEmpty()) {
                wrongs.add(result.wrongs() + "\n  again: ./mvnw -pl core test -Dtest=ChaosTest -Dclubpost.chaos.runs=1"
                        + " -Dclubpost.chaos.seed=" + seed);
            }
        }
        System.out.println(summary(results));

        assertEquals("", String.join("\n", wrongs));
    }

    @Test
    void sameSeedIsTheSameRun() {
        for (var seed = 0; seed < 5; seed++) {
            assertEquals(new ChaosRun(seed).run(), new ChaosRun(seed).run());
        }
    }

    private static String summary(List<ChaosRun.Result> results) {
        assertTrue(results.stream().allMatch(result -> result.copies() > 0 || result.cancelled()));
        return "chaos: runs=%d from seed %d, cancelled=%d, members=%d, kills=%d, stops=%d, faults=%d, dead letters=%d, duplicates=%d, copies=%d, second copies=%d of %d allowed"
                .formatted(results.size(), SEED, results.stream().filter(ChaosRun.Result::cancelled).count(),
                        sum(results, ChaosRun.Result::members),
                        sum(results, ChaosRun.Result::kills), sum(results, ChaosRun.Result::stops),
                        sum(results, ChaosRun.Result::faults), sum(results, ChaosRun.Result::deadLetters),
                        sum(results, ChaosRun.Result::duplicates), sum(results, ChaosRun.Result::copies),
                        sum(results, ChaosRun.Result::seconds), sum(results, ChaosRun.Result::allowed));
    }

    private static int sum(List<ChaosRun.Result> results, java.util.function.ToIntFunction<ChaosRun.Result> of) {
        return results.stream().mapToInt(of).sum();
    }
}
