package org.clubpost.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process did from its start to its orderly end.
 *
 * @param scenario what it was to do
 * @param image the directory as it was before, in which the calls can be repeated once
 * @param calls all calls
 * @param begin the number of the first call that belongs to the scenario; those before are of the service's start
 */
record Recording(Scenario scenario, DiskImage image, List<DiskCall> calls, int begin) {

    /** Lets a process do it, with the tracer in it. */
    static Recording of(Scenario scenario, Prepared prepared, Tracer tracer, Path folder) throws Exception {
        var data = prepare(scenario, prepared, folder.resolve("recorded"));
        var log = folder.resolve("calls");
        var begin = 0;
        var image = DiskImage.of(data);
        try (var process = Watched.start(scenario.process(), data, folder.resolve("said"),
                tracer.recording(data, log))) {
            if (scenario.isService()) {
                var running = process.running().orElseThrow(() -> new AssertionError(process.said()));
                begin = scenario.isStart() ? 0 : DiskLog.read(log, data).size();
                scenario.act(running, prepared);
            }
            assertEquals(0, process.end(), process::said);
        }
        return new Recording(scenario, image, DiskLog.read(log, data), begin);
    }

    /** The directory on which the scenario plays. */
    static Path prepare(Scenario scenario, Prepared prepared, Path place) throws IOException {
        return scenario == Scenario.FIRST_START ? Files.createDirectories(place) : prepared.copyTo(place);
    }

    /** How many kill points there are. */
    long points() {
        return calls.subList(begin, calls.size()).stream().filter(DiskCall::counts).count();
    }

    /** What was answered before the call of that number. */
    boolean isAnswered(int call) {
        return scenario.isAnswered(calls.subList(begin, Math.max(begin, call)).stream()
                .filter(DiskCall.Answer.class::isInstance).map(each -> ((DiskCall.Answer) each).text()).toList());
    }
}
