package org.clubpost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/security.md to the tests and the pages that it names. */
final class SecurityPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|IT))`");
    private static final Pattern PAGE = Pattern.compile("\\]\\(([^)#]+\\.md)\\)");

    private static List<String> named(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(ROOT.resolve("docs/security.md"))).results()
                .map(found -> found.group(1)).distinct().toList();
    }

    private static Set<String> tests() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches(".*(Test|IT)\\.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length())).collect(Collectors.toSet());
        }
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        var tests = tests();
        var named = named(TEST);

        assertTrue(named.size() > 10, named::toString);
        assertEquals(List.of(), named.stream().filter(test -> !tests.contains(test)).toList());
    }

    @Test
    void everyPageThatItLeadsToIsThere() throws IOException {
        assertEquals(List.of(),
                named(PAGE).stream().filter(page -> !Files.exists(ROOT.resolve("docs").resolve(page))).toList());
    }
}
