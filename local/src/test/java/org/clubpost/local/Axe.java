package org.clubpost.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What axe-core finds wrong with a page, with all its rules, the size of targets too. */
final class Axe {

    private static final Map<String, Object> ALL = Map.of("resultTypes", List.of("violations"), "rules",
            Map.of("target-size", Map.of("enabled", true)));
    private static final Map<String, Object> COLOURS = Map.of("resultTypes", List.of("violations"), "runOnly",
            List.of("color-contrast", "link-in-text-block"));
    /** Every finding as a line: the rule, the element, and why. */
    private static final String RUN = """
            options => axe.run(document, options)
                .then(found => found.violations.flatMap(rule => rule.nodes.map(
                    node => rule.id + ': ' + node.html + ' ' + node.failureSummary.replace(/\\s+/g, ' '))))
            """;

    private final String script;

    private Axe(String script) {
        this.script = script;
    }

    static Axe load() {
        try (var in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new Axe(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The findings; none is good. The page must be one of a context with scripts. */
    List<String> findings(Page page) {
        return run(page, ALL);
    }

    /** Those that come from colours. */
    List<String> findingsOfColours(Page page) {
        return run(page, COLOURS);
    }

    private List<String> run(Page page, Map<String, Object> options) {
        if (!Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'object'"))) {
            page.evaluate(script);
        }
        return ((List<?>) page.evaluate(RUN, options)).stream().map(Object::toString).toList();
    }
}
