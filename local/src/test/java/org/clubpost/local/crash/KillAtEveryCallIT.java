package org.clubpost.local.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills before every call that changes something on the disk, and in the middle of every write. One process is recorded;
 * what a kill would have left is rebuilt from the record, so that the many kills cost a start of the service each and
 * not a process. {@link KilledProcessIT} shows that a real kill leaves the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KillAtEveryCallIT {

    private static final int CHECKED_IN_EVERY_BUILD = 2;

    private Tracer tracer;
    private Prepared prepared;

    @BeforeAll
    void prepare(@TempDir Path folder) throws Exception {
        tracer = Tracer.make(folder);
        prepared = Prepared.make(folder.resolve("prepared"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingAnsweredIsLostAndNothingIsHalfThere(Scenario scenario, @TempDir Path folder) throws Exception {
        var recording = Recording.of(scenario, prepared, tracer, folder);
        var points = Points.some(CHECKED_IN_EVERY_BUILD, recording.points());
        var seen = new HashSet<String>();
        var wrong = new ArrayList<String>();
        var point = 0;
        var torn = 0;
        for (var i = 0; i <= recording.calls().size(); i++) {
            var call = i < recording.calls().size() ? recording.calls().get(i) : new DiskCall.Sync("", 0);
            if (i >= recording.begin() && call.counts()) {
                if (points.includes(point)) {
                    check(recording, i, seen, folder, "before " + point).ifPresent(wrong::add);
                }
                if (call instanceof DiskCall.Write write && write.octets().length > 1) {
                    torn++;
                    if (points.includes(point)) {
                        recording.image().apply(write.half());
                        check(recording, i, seen, folder, "in the middle of " + point).ifPresent(wrong::add);
                    }
                }
                point++;
            }
            if (i < recording.calls().size()) {
                recording.image().apply(call);
            }
        }
        System.out.printf(
                "kill: %s, kill points=%d, of them in the middle of a write too=%d, different states=%d, %s%n",
                scenario, point, torn, seen.size(), Points.seed());
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    /** What is wrong, if anything. A state that was looked at before, with the same answers, is not looked at again. */
    private Optional<String> check(Recording recording, int call, Set<String> seen, Path folder,
            String where) throws Exception {
        var left = recording.image().left(new DiskImage.Ending.Kill());
        var answered = recording.isAnswered(call);
        if (!seen.add(DiskImage.digest(left) + answered)) {
            return Optional.empty();
        }
        return Outcome.of(left, folder.resolve("left" + seen.size()), recording.scenario(), prepared, answered)
                .map(fault -> "killed " + where + " " + Outcome.name(recording, call) + ", answered=" + answered + ": "
                        + fault);
    }
}
