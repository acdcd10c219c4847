package org.clubpost.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.clubpost.local.RunningService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills real processes (SIGKILL) before a call and in the middle of a write. What is left is what {@link
 * KillAtEveryCallIT} rebuilds, octet for octet, and the service starts on it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KilledProcessIT {

    private static final int IN_EVERY_BUILD = 1;

    private Tracer tracer;
    private Prepared prepared;

    @BeforeAll
    void prepare(@TempDir Path folder) throws Exception {
        tracer = Tracer.make(folder);
        prepared = Prepared.make(folder.resolve("prepared"));
    }

    @ParameterizedTest
    @EnumSource
    void aRealKillLeavesWhatIsRebuilt(Scenario scenario, @TempDir Path folder) throws Exception {
        var recorded = Recording.of(scenario, prepared, tracer, folder).points();
        var points = Points.some(IN_EVERY_BUILD, recorded);
        var kills = 0;
        for (var point = 0; point < recorded; point++) {
            if (points.includes(point)) {
                kills += kill(scenario, point + 1, point % 2 == 1, Files.createDirectory(folder.resolve("at" + point)))
                        ? 1
                        : 0;
            }
        }
        System.out.printf("killed process: %s, kills=%d of %d, %s%n", scenario, kills, recorded, Points.seed());
    }

    /** False when the process made fewer calls this time, and so came to its end. */
    private boolean kill(Scenario scenario, int call, boolean torn, Path folder) throws Exception {
        var data = Recording.prepare(scenario, prepared, folder.resolve("data"));
        var image = DiskImage.of(data);
        var log = folder.resolve("calls");
        var armed = folder.resolve("armed");
        if (!scenario.isService() || scenario.isStart()) {
            Files.createFile(armed);
        }
        int end;
        try (var process = Watched.start(scenario.process(), data, folder.resolve("said"),
                tracer.killing(data, log, armed, call, torn))) {
            if (scenario.isService()) {
                var running = process.running();
                if (running.isPresent() && process.isAlive() && !scenario.isStart()) {
                    act(scenario, running.get(), armed);
                }
            }
            end = process.end();
        }
        var calls = DiskLog.read(log, data);
        calls.forEach(image::apply);
        var left = image.left(new DiskImage.Ending.Kill());
        assertEquals(DiskImage.digest(left), DiskImage.digest(DiskImage.of(data).left(new DiskImage.Ending.Kill())));
        var from = calls.indexOf(new DiskCall.Armed());
        var answers = new ArrayList<String>();
        calls.subList(Math.max(from, 0), calls.size()).forEach(each -> {
            if (each instanceof DiskCall.Answer(var text)) {
                answers.add(text);
            }
        });
        Aftermath.check(data, scenario, prepared, scenario.isAnswered(answers));
        assertTrue(end == 0 || calls.getLast() instanceof DiskCall.Killed, "ended by itself");
        return end != 0;
    }

    private void act(Scenario scenario, RunningService running, Path armed) throws Exception {
        Files.createFile(armed);
        try {
            scenario.act(running, prepared);
        } catch (UncheckedIOException killed) {
            // Nobody answers any more.
        }
    }
}
