package org.clubpost.mail.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lines of a resource file of this package; blank lines and those that begin with {@code # } are comments. */
final class Rules {

    private Rules() {}

    /**
     * A line of a file.
     *
     * @param key what stands before the first {@code :}, or the whole line when there is none
     * @param value what stands behind it
     */
    record Rule(String key, String value) {}

    /** The lines as they stand, but for their line ends. */
    static List<String> lines(String file) {
        try (var stream = Objects.requireNonNull(Rules.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines as pairs. */
    static List<Rule> of(String file) {
        return lines(file).stream().map(line -> {
            int colon = line.indexOf(':');
            return colon < 0
                    ? new Rule(line.strip(), "")
                    : new Rule(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }).toList();
    }
}
