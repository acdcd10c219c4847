package org.clubpost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/mistakes-of-others.md to the tests that it names. */
final class MistakesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern
            .compile(
                    "\\| (elistman|ses-forwarder|Kayx23) \\|[^|]+\\|[^|]+\\| `(org\\.clubpost\\.[A-Za-z0-9.]+)#([A-Za-z0-9]+)` \\|");

    /** The rows below the heading and its line. */
    private static List<String> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/mistakes-of-others.md")).stream()
                .filter(line -> line.startsWith("|")).skip(2).toList();
    }

    @Test
    void everyRowNamesAMistakeAndOneTest() throws IOException {
        assertTrue(rows().size() > 25, "the table has rows");
        assertEquals(List.of(), rows().stream().filter(row -> !ROW.matcher(row).matches()).toList());
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        assertEquals(List.of(), rows().stream().filter(row -> !isThere(row)).toList());
    }

    private static boolean isThere(String row) {
        var named = ROW.matcher(row);
        return named.matches() && StandardsTest.source(named.group(2)).filter(source -> {
            try {
                return Files.readString(source).contains("void " + named.group(3) + "(");
            } catch (IOException unreadable) {
                return false;
            }
        }).isPresent();
    }
}
