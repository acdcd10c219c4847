package org.clubpost.local.crash;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What came of a start on what was left. */
final class Outcome {

    private Outcome() {}

    /** What is wrong; empty when all holds. Then the directory is deleted. */
    static Optional<String> of(Map<String, DiskFile.Left> left, Path place, Scenario scenario, Prepared prepared,
            boolean answered) throws IOException {
        DiskImage.write(left, place);
        try {
            Aftermath.check(place, scenario, prepared, answered);
        } catch (Exception | AssertionError fault) {
            var text = new StringWriter();
            fault.printStackTrace(new PrintWriter(text));
            return Optional.of(text.toString().lines().limit(25).reduce("", (one, other) -> one + "\n" + other));
        }
        delete(place);
        return Optional.empty();
    }

    /** The kind of a call, and its file. */
    static String name(Recording recording, int call) {
        return call < recording.calls().size()
                ? recording.calls().get(call).toString().replaceAll(", octets=\\[.*", "")
                : "the end";
    }

    static void delete(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
