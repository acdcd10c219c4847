package org.clubpost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/standards.md to what it names. */
final class StandardsTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of("core", "mail", "aws", "site", "notices", "local", "cli",
            "subscribe-function", "confirm-function", "unsubscribe-function", "distribute-function",
            "moderate-function", "feedback-function", "admin-function");
    private static final Pattern NAMED = Pattern.compile("`(org\\.clubpost\\.[A-Za-z0-9.]+)`");

    @Test
    void everyClassAndTestThatIsNamedIsThere() throws IOException {
        var named = NAMED.matcher(Files.readString(ROOT.resolve("docs/standards.md"))).results()
                .map(match -> match.group(1)).distinct().toList();

        assertTrue(named.size() > 40, "the table has names in it");
        assertEquals(List.of(), named.stream().filter(name -> !isThere(name)).toList());
    }

    @Test
    void everyRowNamesAClassAndATest() throws IOException {
        var rows = Files.readAllLines(ROOT.resolve("docs/standards.md")).stream()
                .filter(line -> line.startsWith("| RFC"))
                .toList();

        assertEquals(List.of(), rows.stream().filter(row -> {
            var cells = row.split("\\|", -1);
            return cells.length != 6 || !NAMED.matcher(cells[3]).find()
                    || !cells[4].strip().matches("(`[A-Za-z0-9.]+(Test|IT)`(, )?)+");
        }).toList());
    }

    private static boolean isThere(String name) {
        return source(name).isPresent();
    }

    /** The source of the class of that name, in whatever module. */
    static Optional<Path> source(String name) {
        var file = name.replace('.', '/') + ".java";
        return MODULES.stream()
                .flatMap(module -> Stream.of("main", "test").map(kind -> ROOT.resolve(module).resolve("src")
                        .resolve(kind).resolve("java").resolve(file)))
                .filter(Files::exists).findFirst();
    }
}
