package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The version stands in three places, because each is read where the others are not. */
final class VersionTest {

    @Test
    void programStackAndBuildSayTheSameVersion() throws IOException {
        var template = Files.readString(Path.of("..", "template.yaml"));
        var build = Files.readString(Path.of("..", "pom.xml"));

        assertTrue(
                template.contains("  Version:\n    Description: The version of Clubpost that was deployed.\n    Value: "
                        + Clubpost.VERSION + "\n"),
                "template.yaml says another version");
        assertTrue(build.matches("(?s).*?<version>" + Clubpost.VERSION + "(-SNAPSHOT)?</version>.*")
                && build.indexOf("<version>" + Clubpost.VERSION) == build.indexOf("<version>"),
                "pom.xml says another version");
    }

    @Test
    void helpNamesEveryCommand() {
        var out = new StringWriter();

        var code = Clubpost.run(new PrintWriter(out, true), new PrintWriter(out), "help");

        assertEquals(0, code);
        for (var command : new String[]{"start", "list", "members", "posts", "preview", "doctor", "test-send"}) {
            assertTrue(out.toString().contains("  " + command + " "), command + " is missing:\n" + out);
        }
    }
}
