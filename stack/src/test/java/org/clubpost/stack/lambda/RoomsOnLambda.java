package org.clubpost.stack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who runs lists, at the function of the rooms, with a browser that keeps cookies. */
final class RoomsOnLambda {

    private static final String BOUNDARY = "a-boundary";

    private final RunningFunction function;
    private final Map<String, String> cookies = new TreeMap<>();

    RoomsOnLambda(RunningFunction function) {
        this.function = function;
    }

    /**
     * What it answered.
     *
     * @param status the HTTP status
     * @param location where it leads; empty when it does not
     * @param body the page
     */
    record Page(int status, String location, String body) {}

    /** Follows the ways that pages send it. */
    Page get(String target) {
        var page = answered(Events.get(target));
        return page.status() == 303 ? get(page.location()) : page;
    }

    /** Sends a form as it is, and does not follow where that leads. */
    Page send(String target, Map<String, String> form) {
        return answered(Events.form(target, form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"))));
    }

    /** Fills in the form of that page whose action is the page itself. */
    Page fill(String target, Map<String, String> fields) {
        return send(target, marked(target, fields));
    }

    private Map<String, String> marked(String target, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("mark", mark(get(target).body(), target));
        return form;
    }

    /** The same with a file. */
    Page upload(String target, String field, String name, String content, Map<String, String> fields) {
        var body = new StringBuilder();
        marked(target, fields).forEach((key, value) -> body.append("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n");
        var event = read(Events.form(target, ""));
        event.put("body", Base64.getEncoder().encodeToString(body.toString().getBytes(UTF_8)));
        event.withObject("/headers").put("content-type", "multipart/form-data; boundary=" + BOUNDARY);
        return answered(event.toString());
    }

    /** What stands in the form of a page that goes to that path. */
    static String mark(String page, String action) {
        return value(page, "<form[^>]* action=\"" + Pattern.quote(action)
                + "\"[^>]*>\\s*<input type=\"hidden\" name=\"mark\" value=\"([^\"]+)\"");
    }

    /** The first group of the first place where that is found. */
    static String value(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        if (!found.find()) {
            throw new AssertionError("there is no " + pattern + " on the page:\n" + page);
        }
        return found.group(1);
    }

    private Page answered(String event) {
        var asked = read(event);
        cookies.forEach((name, value) -> asked.withArray("/cookies").add(name + "=" + value));
        asked.withObject("/headers").put("sec-fetch-site", "same-origin");
        var said = function.answer(asked.toString()).tree();
        said.path("cookies").forEach(cookie -> keep(cookie.asText()));
        var body = said.path("body").asText();
        return new Page(said.path("statusCode").asInt(), said.path("headers").path("location").asText(),
                said.path("isBase64Encoded").asBoolean()
                        ? new String(Base64.getDecoder().decode(body), UTF_8)
                        : body);
    }

    private void keep(String field) {
        var pair = field.split(";", 2)[0].split("=", 2);
        if (field.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static ObjectNode read(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON", e);
        }
    }
}
