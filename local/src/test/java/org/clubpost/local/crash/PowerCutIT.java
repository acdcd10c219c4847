package org.clubpost.local.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cuts the power at every call of a recorded process: once with everything lost that was not forced to the disk, and
 * some times with any part of it there, in any order, in pieces of 512 octets. The names in a folder count as lost
 * until that folder was forced, which is more than any journaling file system loses.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PowerCutIT {

    private static final int CHECKED_IN_EVERY_BUILD = 2;
    private static final int VARIANTS = 2;

    private Tracer tracer;
    private Prepared prepared;

    @BeforeAll
    void prepare(@TempDir Path folder) throws Exception {
        tracer = Tracer.make(folder);
        prepared = Prepared.make(folder.resolve("prepared"));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAnsweredIsOnTheDisk(Scenario scenario, @TempDir Path folder) throws Exception {
        var recording = Recording.of(scenario, prepared, tracer, folder);
        var points = Points.some(CHECKED_IN_EVERY_BUILD, recording.points());
        var random = Points.random();
        var seen = new HashSet<String>();
        var wrong = new ArrayList<String>();
        var point = 0;
        for (var i = 0; i < recording.calls().size(); i++) {
            var call = recording.calls().get(i);
            recording.image().apply(call);
            if (i >= recording.begin() && call.counts()) {
                if (points.includes(point++)) {
                    for (var ending : endings(random)) {
                        check(recording, i + 1, ending, seen, folder).ifPresent(wrong::add);
                    }
                }
            }
        }
        System.out.printf("power cut: %s, calls=%d, different states=%d, %s%n", scenario, point, seen.size(),
                Points.seed());
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    private static List<DiskImage.Ending> endings(RandomGenerator random) {
        var endings = new ArrayList<DiskImage.Ending>();
        endings.add(new DiskImage.Ending.PowerCut());
        for (var i = 0; i < VARIANTS; i++) {
            endings.add(new DiskImage.Ending.Torn(random));
        }
        return endings;
    }

    private Optional<String> check(Recording recording, int next, DiskImage.Ending ending, Set<String> seen,
            Path folder) throws Exception {
        var left = recording.image().left(ending);
        var answered = recording.isAnswered(next);
        if (!seen.add(DiskImage.digest(left) + answered)) {
            return Optional.empty();
        }
        return Outcome.of(left, folder.resolve("left" + seen.size()), recording.scenario(), prepared, answered)
                .map(fault -> ending.getClass().getSimpleName() + " after " + Outcome.name(recording, next - 1)
                        + ", answered=" + answered + ": " + fault);
    }
}
