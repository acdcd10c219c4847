package org.clubpost.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every command pays for: the classes that are loaded before it does anything. */
final class StartTimeIT {

    @Test
    void sdkOfAwsIsLoadedOnlyByCommandsThatUseIt() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-Xlog:class+load", "-cp", System.getProperty("java.class.path"),
                "org.clubpost.cli.Clubpost", "help").redirectErrorStream(true).start();

        var printed = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();

        assertTrue(printed.stream().anyMatch(line -> line.contains("org.clubpost.cli.doctor.DoctorCommand")),
                "help does not come so far");
        assertEquals(List.of(), printed.stream().filter(line -> line.contains(" software.amazon.awssdk.")).toList());
    }
}
