package org.clubpost.function.admin.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clubpost.function.admin.api.Problem.Wrong;

/**
 * The parameters of a query. A place in many things is named by a cursor, which only we can read, and which names nobody.
 *
 * @param parameters the values by name
 */
public record Query(Map<String, String> parameters) {

    /** How many things a page has at most. */
    public static final String LIMIT = "limit";
    /** Where it begins. */
    public static final String CURSOR = "cursor";
    /** The parameters of everything that has pages. */
    public static final Set<String> PAGES = Set.of(LIMIT, CURSOR);

    private static final int USUAL = 50;
    private static final int LARGEST = 100;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    /** Copies them. */
    public Query {
        parameters = Map.copyOf(parameters);
    }

    /** What came of reading a query. */
    sealed interface Read {

        record Fine(Query query) implements Read {}

        record Refused(List<Wrong> wrong) implements Read {}
    }

    /**
     * Reads a query.
     *
     * @param known the parameters that it may have
     */
    static Read read(String text, Set<String> known) {
        var all = new TreeMap<String, String>();
        var wrong = new ArrayList<Wrong>();
        for (var pair : text.split("&", -1)) {
            var parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                add(all, wrong, known, parts[0], parts.length == 2 ? decoded(parts[1]) : Optional.of(""));
            }
        }
        var query = new Query(all);
        if (all.containsKey(LIMIT) && query.limit() == 0) {
            wrong.add(new Wrong(LIMIT, "must be a number from 1 to " + LARGEST));
        }
        if (all.containsKey(CURSOR) && query.cursor().isEmpty()) {
            wrong.add(new Wrong(CURSOR, "must be one that an answer gave"));
        }
        return wrong.isEmpty() ? new Read.Fine(query) : new Read.Refused(wrong);
    }

    private static void add(Map<String, String> all, List<Wrong> wrong, Set<String> known, String name,
            Optional<String> value) {
        if (!known.contains(name)) {
            wrong.add(new Wrong(name.matches("[A-Za-z-]{1,40}") ? name : "?", "is not known here"));
        } else if (value.isEmpty()) {
            wrong.add(new Wrong(name, "cannot be read"));
        } else if (all.putIfAbsent(name, value.get()) != null) {
            wrong.add(new Wrong(name, "stands there twice"));
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The value of that parameter; empty when it is not there. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** How many things a page has at most. */
    public int limit() {
        return text(LIMIT).map(text -> NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0)
                .map(number -> number <= LARGEST ? number : 0).orElse(USUAL);
    }

    /** The place at which the page begins; empty for the beginning. */
    public Optional<String> cursor() {
        return text(CURSOR).flatMap(text -> {
            try {
                return Optional.of(new String(Base64.getUrlDecoder().decode(text), UTF_8)).filter(at -> !at.isEmpty());
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** The same query for another place, with its question mark. */
    String next(String place) {
        var all = new TreeMap<>(parameters);
        all.put(CURSOR, Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8)));
        return all.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
