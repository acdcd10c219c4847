package org.clubpost.function.admin.frame;

import java.util.List;
import java.util.Map;

/**
 * The ways to the pages before and behind, for the part {@code {{>paging}}} of a template, in the slot {@code paging}.
 */
public final class Paging {

    private Paging() {}

    /**
     * What the slot wants.
     *
     * @param said what is shown here, as a sentence
     * @param previous the path of the page before; empty when this is the first
     * @param next the path of the page behind; empty when this is the last
     */
    public static List<Map<String, Object>> shown(String said, String previous, String next) {
        return List.of(Map.of("said", said, "previous", some(previous), "next", some(next)));
    }

    private static List<String> some(String path) {
        return path.isEmpty() ? List.of() : List.of(path);
    }
}
