package org.clubpost.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What axe-core finds wrong with a page, with all its rules, the size of targets too. */
final class Axe {

    /** Every finding as a line: the rule, the element, and why. */
    private static final String RUN = """
            () => axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
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
        if (!Boolean.TRUE.equals(page.evaluate("() => typeof axe === 'object'"))) {
            page.evaluate(script);
        }
        return ((List<?>) page.evaluate(RUN)).stream().map(Object::toString).toList();
    }
}
