package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What ships beside our own code: {@code docs/licences.md} names it all, and it is free for everybody to use. */
class LicencesTest {

    /** Whoever offers a library under one of these, beside others or alone, lets us ship it. */
    private static final Set<String> WELCOME = Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause",
            "EDL-1.0", "EPL-2.0", "MPL-2.0", "Public domain");

    /** The build writes this file from the libraries' own descriptions, in the shape of the table. */
    private static final Path SHIPPED = Path.of("target", "licences.txt");
    private static final Path LISTED = Path.of("..", "docs", "licences.md");

    /** Those of others: our own modules are under the licence of the project. */
    private static Set<String> rows(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("| `") && !line.startsWith("| `org.clubpost:"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> licences(String row) {
        return Stream.of(row.split("\\|", -1)[2].strip().split(" or ", -1));
    }

    @Test
    void whatShipsIsListedAndNothingElse() throws IOException {
        assertEquals(String.join("\n", rows(SHIPPED)), String.join("\n", rows(LISTED)));
    }

    @Test
    void everyLibraryHasALicenceThatWeWelcome() throws IOException {
        var others = rows(SHIPPED).stream().filter(row -> licences(row).noneMatch(WELCOME::contains)).toList();

        assertEquals(List.of(), others);
    }
}
