package org.clubpost.local.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The library that stands between a process and its data directory ({@code src/test/c/disk.c}), and the environment that
 * tells it what to do.
 */
final class Tracer {

    private static final Path SOURCE = Path.of("src/test/c/disk.c");
    private static final int NO_SPACE = 28;
    private static final int INPUT_OUTPUT = 5;
    private static final int READ_ONLY = 30;

    private final Path library;

    /** What the disk says. */
    enum Fault {
        /** ENOSPC. */
        FULL(NO_SPACE),
        /** EIO. */
        BROKEN(INPUT_OUTPUT),
        /** EROFS. */
        READABLE_ONLY(READ_ONLY);

        private final int number;

        Fault(int number) {
            this.number = number;
        }
    }

    private Tracer(Path library) {
        this.library = library;
    }

    /** Compiles it into that folder. The test is skipped where that is impossible. */
    static Tracer make(Path folder) throws IOException, InterruptedException {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"),
                "skipped: calls to the disk are traced on Linux only");
        Assumptions.assumeTrue(hasGcc(),
                "skipped: no gcc, which compiles src/test/c/disk.c (Debian, Ubuntu: sudo apt install gcc libc6-dev)");
        var library = folder.resolve("disk.so");
        var said = folder.resolve("gcc.out");
        var compiler = new ProcessBuilder("gcc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o",
                library.toString(), SOURCE.toString(), "-lpthread").redirectErrorStream(true)
                .redirectOutput(said.toFile()).start();
        if (!compiler.waitFor(1, TimeUnit.MINUTES) || compiler.exitValue() != 0) {
            throw new IOException("gcc: " + Files.readString(said));
        }
        return new Tracer(library);
    }

    private static boolean hasGcc() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gcc")));
    }

    /** Records every call in that directory to a file outside of it. */
    Map<String, String> recording(Path data, Path log) throws IOException {
        var environment = new TreeMap<String, String>();
        environment.put("LD_PRELOAD", library.toString());
        environment.put("DISK_ROOT", data.toRealPath().toString());
        environment.put("DISK_LOG", log.toString());
        return environment;
    }

    /** Also kills it before a call, or in the middle of a write. Calls count from when the other file exists. */
    Map<String, String> killing(Path data, Path log, Path armed, int call, boolean torn) throws IOException {
        var environment = recording(data, log);
        environment.put("DISK_ARMED", armed.toString());
        environment.put("DISK_KILL_AT", Integer.toString(call));
        if (torn) {
            environment.put("DISK_TORN", "yes");
        }
        return environment;
    }

    /** The process sees another time than the machine has. */
    Map<String, String> at(Duration later) {
        return Map.of("LD_PRELOAD", library.toString(), "DISK_CLOCK", Long.toString(later.toSeconds()));
    }

    /** Calls fail as long as that file exists. */
    Map<String, String> failing(Path data, Fault fault, Path whileThere) throws IOException {
        var environment = new TreeMap<String, String>();
        environment.put("LD_PRELOAD", library.toString());
        environment.put("DISK_ROOT", data.toRealPath().toString());
        environment.put("DISK_FAULT", Integer.toString(fault.number));
        environment.put("DISK_FAULT_WHILE", whileThere.toString());
        return environment;
    }
}
