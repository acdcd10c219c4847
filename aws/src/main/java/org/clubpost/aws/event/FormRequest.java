package org.clubpost.aws.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.clubpost.core.list.PageOrigin;
import org.clubpost.core.subscriber.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor's browser or a program sent, read from API Gateway's event. Nulls of the event become empty values
 * here.
 *
 * <p>The fields of the query and of the body are read together. The body may be {@code
 * application/x-www-form-urlencoded}, {@code multipart/form-data} (RFC 7578) or a flat {@code application/json} object
 * of strings, of at most {@value #MAX_BODY_OCTETS} octets unless the {@link KnownFields} say otherwise.
 */
public final class FormRequest {

    /** A form with every field filled to its limit is only a fraction of this. */
    public static final int MAX_BODY_OCTETS = 16 * 1024;

    /** The field that takes precedence over the browser's languages. */
    public static final String LANGUAGE_FIELD = "lang";

    /**
     * The header field into which the function at CloudFront's edge ({@code template.yaml}) writes the visitor's
     * address. It overwrites what the visitor may have sent.
     */
    public static final String VIEWER_FIELD = "x-clubpost-viewer";

    /** The header field in which CloudFront shows that a request came through it. */
    public static final String EDGE_FIELD = "x-clubpost-edge";

    private static final String BEARER = "bearer ";
    private static final int MAX_ACCEPT_LANGUAGE = 200;
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");

    private final Method method;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final Map<String, String> cookies;
    private final Optional<byte[]> body;
    private final Arrival arrival;
    private final Origin origin;

    private FormRequest(Method method, String path, String query, Map<String, String> headers,
            Map<String, String> cookies, Optional<byte[]> body, Arrival arrival, Origin origin) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.cookies = cookies;
        this.body = body;
        this.arrival = arrival;
        this.origin = origin;
    }

    /**
     * Reads the event.
     *
     * @param now when it came in
     * @param arrival which way it came
     */
    static FormRequest of(APIGatewayV2HTTPEvent event, Instant now, Arrival arrival) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        Optional.ofNullable(event.getHeaders()).orElse(Map.of()).forEach((name, value) -> {
            if (name != null && value != null) {
                headers.put(name, value);
            }
        });
        var http = Optional.ofNullable(event.getRequestContext())
                .flatMap(context -> Optional.ofNullable(context.getHttp())).orElseGet(Http::new);
        var agent = http.getUserAgent() == null ? headers.get("user-agent") : http.getUserAgent();
        return new FormRequest(Method.of(orEmpty(http.getMethod())), orEmpty(event.getRawPath()),
                orEmpty(event.getRawQueryString()), headers, cookies(event), body(event), arrival,
                new Origin(now, visitor(arrival, http, headers), orEmpty(agent)));
    }

    /**
     * The visitor's address. Behind CloudFront, API Gateway sees CloudFront's address, and the visitor's is in a field
     * that CloudFront sets. Without CloudFront, or past it, the field is the visitor's own, and says nothing.
     */
    private static String visitor(Arrival arrival, Http http, Map<String, String> headers) {
        var viewer = headers.getOrDefault(VIEWER_FIELD, "");
        return arrival == Arrival.THROUGH_CLOUDFRONT && ADDRESS.matcher(viewer).matches()
                ? viewer
                : orEmpty(http.getSourceIp());
    }

    /** Each is a name and a value (RFC 6265 section 4.2.1); of several with one name the first counts. */
    private static Map<String, String> cookies(APIGatewayV2HTTPEvent event) {
        var cookies = new HashMap<String, String>();
        for (var cookie : Optional.ofNullable(event.getCookies()).orElse(List.of())) {
            var equals = cookie == null ? -1 : cookie.indexOf('=');
            if (equals > 0) {
                cookies.putIfAbsent(cookie.substring(0, equals).strip(), cookie.substring(equals + 1).strip());
            }
        }
        return cookies;
    }

    /**
     * The octets of the body; empty when they are not in base64 though the event says so. One octet more than allowed
     * is enough to refuse it.
     */
    private static Optional<byte[]> body(APIGatewayV2HTTPEvent event) {
        var text = orEmpty(event.getBody());
        if (!event.getIsBase64Encoded()) {
            return Optional.of(text.getBytes(UTF_8));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Whether it came past CloudFront, in an installation that has it. */
    boolean isPastCloudFront() {
        return arrival == Arrival.PAST_CLOUDFRONT;
    }

    /** What it asks for. */
    public Method method() {
        return method;
    }

    /** Whether it looks and does nothing. */
    public boolean isLook() {
        return method == Method.GET || method == Method.HEAD;
    }

    /** The path of the URL, such as {@code /confirm}, perhaps behind the name of a stage. */
    public String path() {
        return path;
    }

    /** The act itself, for the record of consent. */
    public Origin origin() {
        return origin;
    }

    /**
     * Where the page comes from whose script or form sent this, as the browser says (RFC 6454 section 7). Empty when it
     * says nothing, or nothing that a list could name. Only a browser can be relied on to say the truth.
     */
    public Optional<PageOrigin> page() {
        return PageOrigin.parse(pageAsSent());
    }

    /** The field Origin as it was sent, whatever it is; empty when there is none. */
    public String pageAsSent() {
        return header("origin");
    }

    /** The value of the cookie of that name; empty when there is none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /**
     * Which site's page a browser sends this from, in its own words (W3C, Fetch Metadata Request Headers, section 2.4),
     * such as {@code same-origin}; empty when it says nothing.
     */
    public String fetchSite() {
        return header("sec-fetch-site").toLowerCase(Locale.ROOT);
    }

    /** The host that it was sent to (RFC 9110 section 7.2), perhaps with a port; behind CloudFront that of the gateway. */
    public String host() {
        return header("host").toLowerCase(Locale.ROOT);
    }

    /**
     * Whether it came by http, so that anybody on its way could read it. API Gateway and the front of one machine say so,
     * and do not pass on what a client says.
     */
    public boolean isPlain() {
        return header("x-forwarded-proto").equalsIgnoreCase("http");
    }

    /** The key of the API that a program sent (RFC 6750 section 2.1); empty when it sent none. */
    public String bearer() {
        var field = header("authorization");
        return field.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? field.substring(BEARER.length()).strip() : "";
    }

    /** The header field of that name, in lower case; empty when there is none. */
    public String field(String name) {
        return header(name);
    }

    /** The octets of the body, for what is no form; empty when they cannot be read. */
    public Optional<byte[]> octets() {
        return body.map(byte[]::clone);
    }

    /** Whether the answer should be JSON: the body is JSON, or JSON is accepted and a page is not. */
    public boolean wantsJson() {
        var accepted = header("accept").toLowerCase(Locale.ROOT);
        return contentType().isJson() || (accepted.contains("application/json") && !accepted.contains("text/html"));
    }

    /**
     * Whether the text is a language tag as browsers and forms send it (RFC 5646), such as {@code de} or {@code de-CH}.
     */
    public static boolean isLanguageTag(String text) {
        return LANGUAGE_TAG.matcher(text).matches();
    }

    /** The languages that the visitor wants, best first: that of the query's {@code lang} field, then the browser's. */
    public List<LanguageRange> languages() {
        var known = new KnownFields(Map.of(LANGUAGE_FIELD, 35), true);
        return query(known) instanceof FormFields.Read read ? languages(read) : acceptedLanguages();
    }

    /**
     * The languages that the visitor wants, best first: that of the {@code lang} field, if there is one, then the
     * browser's.
     */
    public List<LanguageRange> languages(FormFields.Read fields) {
        var languages = new ArrayList<LanguageRange>();
        if (isLanguageTag(fields.text(LANGUAGE_FIELD))) {
            languages.add(new LanguageRange(fields.text(LANGUAGE_FIELD)));
        }
        languages.addAll(acceptedLanguages());
        return languages;
    }

    /** RFC 9110 section 12.5.4. */
    private List<LanguageRange> acceptedLanguages() {
        var accepted = header("accept-language");
        if (accepted.isBlank() || accepted.length() > MAX_ACCEPT_LANGUAGE) {
            return List.of();
        }
        try {
            return LanguageRange.parse(accepted);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return List.of();
        }
    }

    /** The query as it was sent, without its question mark; empty when there is none. */
    public String query() {
        return query;
    }

    /** Whether the body is JSON, as the request says. */
    public boolean isJson() {
        return contentType().isJson();
    }

    /** The fields of the query. */
    public FormFields query(KnownFields known) {
        return new FieldReader(known).query(query).fields();
    }

    /** The fields of the query and of the body. An empty body has no fields, whatever its content type. */
    public FormFields fields(KnownFields known) {
        var reader = new FieldReader(known).query(query);
        if (body.isEmpty()) {
            return reader.refuse(FieldProblem.Kind.UNREADABLE, FieldProblem.BODY).fields();
        }
        var octets = body.get();
        if (octets.length > known.maxOctets()) {
            return reader.refuse(FieldProblem.Kind.TOO_LARGE, FieldProblem.BODY).fields();
        }
        return octets.length == 0 ? reader.fields() : reader.body(contentType(), octets).fields();
    }

    /** Whether the request has a body. */
    public boolean hasBody() {
        return body.isEmpty() || body.get().length > 0;
    }

    private ContentType contentType() {
        return ContentType.parse(header("content-type"));
    }

    private String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
