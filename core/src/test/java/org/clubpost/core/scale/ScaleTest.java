package org.clubpost.core.scale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of docs/scale.md is what the simulation says; docs/scale.md tells how to print all of it. */
final class ScaleTest {

    private static final int MOST = Integer.getInteger("clubpost.scale.members", 10_000);
    private static final Path PAGE = Path.of("../docs/scale.md");

    @Test
    void tableIsWhatTheSimulationSays() throws IOException {
        var page = Files.readString(PAGE, UTF_8);
        var missing = new ArrayList<String>();
        for (var members : List.of(100, 10_000, 1_000_000)) {
            for (var perSecond : List.of(14, 200, 1000)) {
                if (members <= MOST) {
                    var line = new ScaleSimulation(members, perSecond).run();
                    System.out.println(line);
                    if (!page.contains(line)) {
                        missing.add(line);
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
    }
}
