package org.clubpost.local.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.clubpost.local.RunningService;
import org.clubpost.local.TestClubpost;

/** A process with the tracer in it. */
final class Watched implements AutoCloseable {

    private final Process process;
    private final Path data;
    private final Path said;

    private Watched(Process process, Path data, Path said) {
        this.process = process;
        this.data = data;
        this.said = said;
    }

    /** Starts {@link CrashProcess}. */
    static Watched start(String what, Path data, Path said, Map<String, String> environment) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED"));
        var started = new ProcessBuilder(command);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CrashProcess.class.getName(), what,
                data.toString()));
        started.environment().putAll(environment);
        return new Watched(started.redirectErrorStream(true).redirectOutput(said.toFile()).start(), data, said);
    }

    /** Where the service is, once it is ready; empty when the process ended before. */
    Optional<RunningService> running() {
        TestClubpost.waitUntil("the service", () -> !process.isAlive() || said().contains(CrashProcess.READY));
        return RunningService.find(data);
    }

    /** Ends the service as a person would, and waits for the process. */
    int end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("the process does not end: " + said());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The time that it has spent on processors. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
