package org.clubpost.mail.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No stage of taking in a mail takes time that grows faster than the mail, whatever field or text is made large, and of
 * what. The sizes are 32 KB and 512 KB. Each run takes a sample of the shapes and prints the seed that repeats it ({@code
 * -Dclubpost.linear.seed=77}); {@code -Dclubpost.linear.all=true} takes all. With {@code -Dclubpost.linear=10}, a table of
 * 64 KB, 1 MB and 10 MB is printed.
 */
class LinearTest {

    private static final int SMALL = 32 << 10;
    private static final int LARGE = 512 << 10;
    /** Time that grows with the size becomes 16 times as much; with the square of the size, 256 times. */
    private static final int MOST_TIMES = 64;
    private static final int SAMPLE = 30;
    /** A shorter time says nothing: the compiler or the collector of garbage may have taken it. */
    private static final long SHORT_NANOS = 250_000_000L;

    @BeforeAll
    static void warmUp() {
        Shape.mails().forEach(shape -> Stopwatch.stages(shape.of(4 << 10), Mails.list()));
    }

    private static List<String> tooSlow(List<Shape> shapes) {
        return sample(shapes).flatMap(shape -> tooSlow(shape).stream()).toList();
    }

    private static Stream<Shape> sample(List<Shape> shapes) {
        if (Boolean.getBoolean("clubpost.linear.all")) {
            return shapes.stream();
        }
        var seed = Integer.getInteger("clubpost.linear.seed", new Random().nextInt(1_000_000));
        System.out.println("linear: " + SAMPLE + " of " + shapes.size() + ", -Dclubpost.linear.seed=" + seed);
        var shuffled = new ArrayList<>(shapes);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.stream().limit(SAMPLE);
    }

    /** A slow stage gets two more chances: what is slow by itself stays slow, on a busy machine too. */
    private static List<String> tooSlow(Shape shape) {
        var found = measured(shape);
        for (var chances = 2; chances > 0 && !found.isEmpty(); chances--) {
            found = measured(shape);
        }
        return found;
    }

    private static List<String> measured(Shape shape) {
        var large = Stopwatch.stages(shape.of(LARGE), Mails.list());
        if (large.values().stream().noneMatch(nanos -> nanos > SHORT_NANOS)) {
            return List.of();
        }
        var small = Stopwatch.stages(shape.of(SMALL), Mails.list());
        return large.entrySet().stream()
                .filter(stage -> stage.getValue() > Math.max(SHORT_NANOS, MOST_TIMES * small.get(stage.getKey())))
                .map(stage -> shape.name() + ": " + stage.getKey() + " took " + small.get(stage.getKey()) / 1_000_000
                        + " and " + stage.getValue() / 1_000_000 + " ms")
                .toList();
    }

    @Test
    void everyStageIsLinearInEveryField() {
        assertEquals(List.of(), tooSlow(Shape.readers()));
    }

    @Test
    void everyStageIsLinearInEveryText() {
        assertEquals(List.of(), tooSlow(Shape.mails()));
    }

    /** The slowest shape of each stage, in milliseconds, for docs/performance.md. */
    @Test
    void printsTheTable() {
        var largest = Integer.getInteger("clubpost.linear", 0) << 20;
        if (largest == 0) {
            return;
        }
        var all = new ArrayList<>(Shape.fields());
        all.addAll(Shape.mails());
        Map<String, long[]> worst = new TreeMap<>();
        Map<String, String> of = new TreeMap<>();
        for (var shape : all) {
            var last = Stopwatch.stages(shape.of(largest), Mails.list());
            last.forEach((stage, nanos) -> {
                if (!worst.containsKey(stage) || worst.get(stage)[2] < nanos) {
                    worst.put(stage,
                            new long[]{nanos(shape.of(64 << 10), stage), nanos(shape.of(1 << 20), stage), nanos});
                    of.put(stage, shape.name());
                }
            });
        }
        worst.forEach((stage, nanos) -> System.out.printf("| %s | `%s` | %.1f | %.1f | %.1f |%n", stage, of.get(stage),
                nanos[0] / 1e6, nanos[1] / 1e6, nanos[2] / 1e6));
    }

    private static long nanos(Octets mail, String stage) {
        return Stopwatch.stages(mail, Mails.list()).get(stage);
    }
}
