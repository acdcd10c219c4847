package org.clubpost.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/** An HTTP response of our own: status, header fields, content. Immutable. */
public final class Reply {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] content;

    private Reply(int status, Map<String, String> headers, byte[] content) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.content = content;
    }

    /**
     * A response whose content is never taken for another type, and never kept by a cache.
     *
     * @param contentType the media type, with charset where it is text
     * @param content the content, which must not be changed afterwards
     */
    public static Reply of(int status, String contentType, byte[] content) {
        return new Reply(status, Map.of("Content-Type", contentType, "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "no-referrer", "Cache-Control", "no-store"), content);
    }

    /** A page. */
    public static Reply html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(UTF_8));
    }

    /** A JSON text. */
    public static Reply json(int status, String json) {
        return of(status, "application/json", json.getBytes(UTF_8));
    }

    /** A line of plain text. */
    public static Reply text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(UTF_8));
    }

    /** A response without content. */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    /** This response with another header field, or another value of one. */
    public Reply with(String field, String value) {
        var all = new TreeMap<>(headers);
        all.put(field, value);
        return new Reply(status, all, content);
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The header fields. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The content, which must not be changed. */
    byte[] content() {
        return content;
    }
}
