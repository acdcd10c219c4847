package org.clubpost.local.rooms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clubpost.local.RunningService;

/** Somebody who runs lists, with a browser that keeps cookies and follows the ways that pages send it. */
public final class RoomsVisitor {

    private static final int MOST_WAYS = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final URI pages;
    private String site = "same-origin";

    /** Who visits that service, and is not signed in. */
    public RoomsVisitor(RunningService running) {
        this.pages = running.pages();
    }

    /** The operator, signed in with the link that the start prints. */
    public static RoomsVisitor operator(RunningService running) {
        var visitor = new RoomsVisitor(running);
        var link = running.signIn().toString();
        visitor.get(running.signIn().getRawPath() + "?" + running.signIn().getRawQuery());
        visitor.send("/rooms/start", Map.of("key", link.substring(link.indexOf("key=") + "key=".length())));
        return visitor;
    }

    /** From now on, forms stand on a page of that site, as a browser says it. */
    public RoomsVisitor from(String other) {
        site = other;
        return this;
    }

    public HttpResponse<String> get(String path) {
        return answer(HttpRequest.newBuilder(pages.resolve(path)).build());
    }

    /** Sends a form as it is, without what a page would have put into it. */
    public HttpResponse<String> send(String path, Map<String, String> form) {
        var body = form.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return answer(HttpRequest.newBuilder(pages.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded").header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString(body)).build());
    }

    /** Sends a form with a file in its field {@code file}, and goes where the answer leads. */
    public HttpResponse<String> sendFile(String path, Map<String, String> form, String name, byte[] octets) {
        return follow(once(withFile(path, form, name, octets)));
    }

    /** The same, and goes nowhere. */
    public HttpResponse<String> sendFileOnly(String path, byte[] octets) {
        return once(withFile(path, Map.of(), "any.bin", octets));
    }

    private HttpRequest withFile(String path, Map<String, String> form, String name, byte[] octets) {
        var head = new StringBuilder();
        form.forEach((field, value) -> head.append("--edge\r\nContent-Disposition: form-data; name=\"" + field
                + "\"\r\n\r\n" + value + "\r\n"));
        head.append("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n");
        return HttpRequest.newBuilder(pages.resolve(path)).header("Content-Type", "multipart/form-data; boundary=edge")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.concat(BodyPublishers.ofString(head.toString()),
                        BodyPublishers.ofByteArray(octets), BodyPublishers.ofString("\r\n--edge--\r\n")))
                .build();
    }

    /** Fills in the form of that page whose action is that path, and presses its button. */
    public HttpResponse<String> fill(String page, String action, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("mark", mark(get(page).body(), action));
        return send(action, form);
    }

    /** What stands in the form of a page that goes to that path. */
    public static String mark(String page, String action) {
        var found = Pattern.compile("<form[^>]* action=\"" + Pattern.quote(action)
                + "\"[^>]*>\\s*<input type=\"hidden\" name=\"mark\" value=\"([^\"]+)\"").matcher(page);
        if (!found.find()) {
            throw new AssertionError("there is no form for " + action + " on the page:\n" + page);
        }
        return found.group(1);
    }

    /** The cookie of that name as this browser keeps it; empty when it has none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** This browser has that cookie from now on. */
    public void keep(String name, String value) {
        cookies.put(name, value);
    }

    /** The names of the cookies that it keeps. */
    public Set<String> cookieNames() {
        return Set.copyOf(cookies.keySet());
    }

    private HttpResponse<String> answer(HttpRequest request) {
        return follow(once(request));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        var answer = first;
        for (var ways = 0; answer.statusCode() == 303 && ways < MOST_WAYS; ways++) {
            answer = once(HttpRequest.newBuilder(pages.resolve(answer.headers().firstValue("location").orElseThrow()))
                    .build());
        }
        return answer;
    }

    private HttpResponse<String> once(HttpRequest request) {
        var line = cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
        try {
            var answer = http.send(line.isEmpty()
                    ? request
                    : HttpRequest.newBuilder(request, (_, _) -> true).header("Cookie", line).build(),
                    BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").forEach(this::set);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void set(String field) {
        var pair = field.split(";", 2)[0].split("=", 2);
        if (field.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
