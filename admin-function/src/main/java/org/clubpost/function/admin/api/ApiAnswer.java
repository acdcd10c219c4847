package org.clubpost.function.admin.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.HttpAnswer;

/**
 * What an operation answers. It has a written form, so that it can be given again.
 *
 * @param status the HTTP status
 * @param headers header fields besides those that every answer has
 * @param body the body
 * @param outcome a fixed word for the log; never anything from the request
 */
public record ApiAnswer(int status, Map<String, String> headers, String body, String outcome) {

    private static final String TYPE = "content-type";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String LOCATION = "location";
    private static final int PARTS = 4;

    /** Copies the header fields. */
    public ApiAnswer {
        headers = Map.copyOf(headers);
    }

    /** Here it is. */
    public static ApiAnswer ok(Map<String, ?> members) {
        return of(200, members, "ok");
    }

    /** Here it is, or was done. */
    public static ApiAnswer ok(Members members) {
        return ok(members.map());
    }

    private static ApiAnswer of(int status, Map<String, ?> members, String outcome) {
        return new ApiAnswer(status, Map.of(TYPE, JSON), Json.text(members), outcome);
    }

    static ApiAnswer problem(int status, Map<String, ?> members, String outcome) {
        return new ApiAnswer(status, Map.of(TYPE, PROBLEM), Json.text(members), outcome);
    }

    /** It is there now, at that path. */
    public static ApiAnswer created(String path, Members members) {
        return of(201, members.map(), "created").with(LOCATION, path);
    }

    /** It is taken, and what becomes of it is seen later. */
    public static ApiAnswer accepted(Members members) {
        return of(202, members.map(), "accepted");
    }

    /**
     * Some of many things.
     *
     * @param items the things
     * @param next the path of the next ones; empty when there are none
     */
    public static ApiAnswer page(List<?> items, Optional<String> next) {
        var answer = ok(Members.of("items", items).and("next", next));
        return next.map(path -> answer.with("link", "<" + path + ">; rel=\"next\"")).orElse(answer);
    }

    /** A text that is no JSON. */
    static ApiAnswer text(String type, String text) {
        return new ApiAnswer(200, Map.of(TYPE, type), text, "ok");
    }

    /** The same with one more header field. */
    ApiAnswer with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new ApiAnswer(status, more, body, outcome);
    }

    /** As one text. */
    String written() {
        return String.join("\n", Integer.toString(status), outcome, headers.getOrDefault(LOCATION, ""), body);
    }

    /** The answer that was {@linkplain #written written} so. */
    static ApiAnswer of(String written) {
        var parts = written.split("\n", PARTS);
        var status = Integer.parseInt(parts[0]);
        var answer = new ApiAnswer(status, Map.of(TYPE, status < 400 ? JSON : PROBLEM), parts[3], parts[1]);
        return parts[2].isEmpty() ? answer : answer.with(LOCATION, parts[2]);
    }

    HttpAnswer http() {
        return new HttpAnswer(status, headers, body);
    }
}
