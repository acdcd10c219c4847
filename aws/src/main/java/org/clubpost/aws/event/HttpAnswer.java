package org.clubpost.aws.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An answer to a visitor or a program. Every answer forbids caching, indexing, framing, scripts and passing on its
 * address, which holds a token.
 *
 * @param status the HTTP status
 * @param headers the header fields besides those that every answer has
 * @param body the body's text, or its octets in base64; empty for none
 * @param isBase64 whether it is octets
 * @param cookies the cookies that it sets (RFC 6265 section 4.1), each with its attributes
 */
public record HttpAnswer(int status, Map<String, String> headers, String body, boolean isBase64,
        List<String> cookies) {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Map<String, String> ALWAYS = Map.of("cache-control", "no-store", "referrer-policy",
            "no-referrer", "x-robots-tag", "noindex, nofollow", "x-content-type-options", "nosniff",
            "content-security-policy", policy(""));

    /** The one style sheet that a page may have in its head; the page has a club's colours there. */
    private static final Pattern OWN_STYLE = Pattern.compile("<style>([^<]*)</style>\\s*</head>");

    /** Copies the header fields. */
    public HttpAnswer {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    /** Without cookies. */
    public HttpAnswer(int status, Map<String, String> headers, String body, boolean isBase64) {
        this(status, headers, body, isBase64, List.of());
    }

    /** With a text as its body. */
    public HttpAnswer(int status, Map<String, String> headers, String body) {
        this(status, headers, body, false);
    }

    /** A file with those octets, which need not be text. */
    public static HttpAnswer file(String contentType, byte[] octets) {
        return new HttpAnswer(200, Map.of("content-type", contentType), Base64.getEncoder().encodeToString(octets),
                true);
    }

    /**
     * A page. When it has a style sheet of its own at the end of its head, exactly that one is allowed, by its hash (CSP
     * Level 3, section 8.4); nothing that stands anywhere else can become one.
     */
    public static HttpAnswer html(int status, String page) {
        var answer = new HttpAnswer(status, Map.of("content-type", "text/html; charset=utf-8"), page);
        var style = OWN_STYLE.matcher(page);
        return style.find()
                ? answer.with("content-security-policy", policy(" 'sha256-" + sha256(style.group(1)) + "'"))
                : answer;
    }

    /** The same page, which may run the scripts of ours that it names, and nobody else's. */
    public HttpAnswer withOurScripts() {
        return with("content-security-policy", headers.getOrDefault("content-security-policy", policy(""))
                + "; script-src 'self'; worker-src 'self'");
    }

    /** The same page, whose scripts may fetch from us, and from nobody else. */
    public HttpAnswer withOurFetches() {
        return with("content-security-policy",
                headers.getOrDefault("content-security-policy", policy("")) + "; connect-src 'self'");
    }

    /** The same page, whose forms may also be sent to that origin, such as {@code https://mails.example}. */
    public HttpAnswer withFormsTo(String origin) {
        return with("content-security-policy", headers.getOrDefault("content-security-policy", policy(""))
                .replace("form-action 'self'", "form-action 'self' " + origin));
    }

    /** The same page, which may show other pages of ours in frames. */
    public HttpAnswer withOurFrames() {
        return with("content-security-policy", headers.getOrDefault("content-security-policy", policy(""))
                + "; frame-src 'self'");
    }

    /**
     * A page that somebody else made, to be shown in a frame on a page of ours. It gets no rights at all, also where it is
     * opened by itself (CSP Level 3, section 6.3.2): it runs nothing, sends nothing, and fetches nothing, and a browser
     * looks up no names for it.
     */
    public static HttpAnswer foreignPage(String page) {
        return new HttpAnswer(200, Map.of("content-type", "text/html; charset=utf-8", "content-security-policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; "
                        + "base-uri 'none'; frame-ancestors 'self'; sandbox",
                "x-dns-prefetch-control", "off"), page);
    }

    /** A file to be saved under that name, which may be anything, and is opened as nothing. */
    public static HttpAnswer saved(String name, byte[] octets) {
        return file("application/octet-stream", octets).with("content-disposition", "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("*", "%2A"));
    }

    private static String policy(String style) {
        return "default-src 'none'; style-src 'self'" + style + "; img-src 'self' data:; form-action 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * A JSON object (RFC 8259), its members in the order of their names.
     *
     * @param members each a text, a truth value, or a list of texts
     */
    public static HttpAnswer json(int status, Map<String, ?> members) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (var member : new TreeMap<>(members).entrySet()) {
                json.writeFieldName(member.getKey());
                write(json, member.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HttpAnswer(status, Map.of("content-type", "application/json"), text + "\n");
    }

    /**
     * A file to be saved, in JSON (RFC 8259), its members in their order, in lines for people to read.
     *
     * @param name the file's name: ASCII letters, digits, hyphens and dots
     * @param members each a text, a truth value, a list, or such members again
     */
    public static HttpAnswer download(String name, Map<String, ?> members) {
        return new HttpAnswer(200, Map.of("content-type", "application/json; charset=utf-8", "content-disposition",
                "attachment; filename=\"" + name + "\""), readable(members));
    }

    /** Those members in JSON, in their order, in lines for people to read. */
    public static String readable(Map<String, ?> members) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            write(json, members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        JsonTree.write(json, value, (to, leaf) -> to.writeString(String.valueOf(leaf)));
    }

    /** An answer without content, such as to a question about what is possible. */
    public static HttpAnswer empty() {
        return new HttpAnswer(204, Map.of(), "");
    }

    /** Sends a browser to another page, which it fetches with GET (RFC 9110 section 15.4.4). */
    public static HttpAnswer seeOther(String location) {
        return new HttpAnswer(303, Map.of("location", location), "");
    }

    /** This answer with the time after which it is worth asking again (RFC 9110 section 10.2.3). */
    public HttpAnswer retryAfter(Duration time) {
        return with("retry-after", Long.toString(time.toSeconds()));
    }

    /** This answer with one more header field. */
    public HttpAnswer with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new HttpAnswer(status, more, body, isBase64, cookies);
    }

    /** This answer, which sets one more cookie (RFC 6265 section 4.1). */
    public HttpAnswer withCookie(String cookie) {
        var more = new ArrayList<>(cookies);
        more.add(cookie);
        return new HttpAnswer(status, headers, body, isBase64, more);
    }

    /** The answer to HEAD: the same without the body, but with its length. */
    HttpAnswer withoutBody() {
        return new HttpAnswer(status, with("content-length", Integer.toString(octets().length)).headers, "", false,
                cookies);
    }

    private byte[] octets() {
        return isBase64 ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
    }

    APIGatewayV2HTTPResponse toEvent() {
        var all = new TreeMap<>(ALWAYS);
        all.putAll(headers);
        var event = APIGatewayV2HTTPResponse.builder().withStatusCode(status).withHeaders(all).withBody(body)
                .withIsBase64Encoded(isBase64);
        return (cookies.isEmpty() ? event : event.withCookies(cookies)).build();
    }
}
