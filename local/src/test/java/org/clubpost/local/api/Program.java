package org.clubpost.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/** A program that calls the API with a key. Every answer is held to what the file says. */
final class Program {

    static final String ROOT = "/api/v1";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI pages;
    private final OpenApi file;
    private final Map<String, String> headers;

    Program(URI pages, OpenApi file, String key) {
        this(pages, file, key.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + key));
    }

    private Program(URI pages, OpenApi file, Map<String, String> headers) {
        this.pages = pages;
        this.file = file;
        this.headers = Map.copyOf(headers);
    }

    /**
     * What was answered.
     *
     * @param http all of it
     */
    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(http.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text(String pointer) {
            return json().at(pointer).asText();
        }

        /** Which problem it is. */
        String problem() {
            var type = text("/type");
            return type.substring(type.indexOf('/') + 1);
        }

        String field(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    /** The same with another header field. */
    Program with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Program(pages, file, more);
    }

    /** The same under that name of calls. */
    Program named(String name) {
        return with("Idempotency-Key", name);
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    Answer post(String path, String json) {
        return call("POST", path, json);
    }

    Answer patch(String path, String json) {
        return call("PATCH", path, json);
    }

    Answer delete(String path) {
        return call("DELETE", path, "");
    }

    Answer call(String method, String path, String json) {
        var answer = unchecked(method, path, json);
        file.check(method, path.startsWith(ROOT) ? path : ROOT + path, answer.http());
        return answer;
    }

    /** The same where the file says nothing. */
    Answer unchecked(String method, String path, String json) {
        var request = HttpRequest.newBuilder(pages.resolve(path.startsWith("/api") ? path : ROOT + path)).method(method,
                json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!json.isEmpty() && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
