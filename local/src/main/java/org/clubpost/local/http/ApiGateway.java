package org.clubpost.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.clubpost.local.door.Proxies;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/**
 * Turns an HTTP request into the event that API Gateway's HTTP APIs send to a function (payload format 2.0). Names of
 * header fields are in lower case, repeated fields are joined by commas, cookies are kept apart, and a body is in
 * Base64 unless API Gateway takes its type for text.
 */
final class ApiGateway {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String SCHEME = Proxies.SCHEME.toLowerCase(Locale.ROOT);

    private ApiGateway() {}

    /**
     * @param began how the request began
     * @param body the whole body
     */
    static APIGatewayV2HTTPEvent event(Request request, HttpDoor.Began began, byte[] body, String requestId,
            Instant now) {
        var path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
        var isText = isText(request.getHeaders().get("Content-Type"));
        var event = APIGatewayV2HTTPEvent.builder().withVersion("2.0").withRouteKey("$default").withRawPath(path)
                .withRawQueryString(HttpFront.query(request)).withHeaders(headers(request, began.scheme()))
                .withIsBase64Encoded(body.length > 0 && !isText)
                .withRequestContext(context(request, began.source(), path, requestId, now)).build();
        var cookies = request.getHeaders().getValuesList("Cookie");
        if (!cookies.isEmpty()) {
            event.setCookies(cookies.stream().flatMap(line -> List.of(line.split(";\\s*")).stream()).toList());
        }
        var query = QueryParameters.of(HttpFront.query(request));
        if (!query.isEmpty()) {
            var parameters = new TreeMap<String, String>();
            query.forEach((name, values) -> parameters.put(name, String.join(",", values)));
            event.setQueryStringParameters(parameters);
        }
        if (body.length > 0) {
            event.setBody(isText ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
        }
        return event;
    }

    /** What anybody may have written about the scheme is left out; what is believed stands there. */
    private static Map<String, String> headers(Request request, Optional<String> scheme) {
        var values = new TreeMap<String, List<String>>();
        for (HttpField field : request.getHeaders()) {
            var name = field.getName().toLowerCase(Locale.ROOT);
            if (!name.equals("cookie")) {
                values.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(Objects.requireNonNullElse(field.getValue(), ""));
            }
        }
        var headers = new TreeMap<String, String>();
        values.forEach((name, all) -> headers.put(name, String.join(",", all)));
        headers.remove(SCHEME);
        scheme.ifPresent(believed -> headers.put(SCHEME, believed));
        return headers;
    }

    private static RequestContext context(Request request, InetAddress source, String path, String requestId,
            Instant now) {
        var agent = request.getHeaders().get("User-Agent");
        var http = RequestContext.Http.builder().withMethod(request.getMethod()).withPath(path)
                .withProtocol(request.getConnectionMetaData().getProtocol())
                .withSourceIp(withoutZone(source.getHostAddress())).withUserAgent(agent == null ? "" : agent).build();
        return RequestContext.builder().withAccountId("000000000000").withApiId("local").withStage("$default")
                .withRouteKey("$default").withDomainName(Request.getServerName(request)).withRequestId(requestId)
                .withTime(TIME.format(now)).withTimeEpoch(now.toEpochMilli()).withHttp(http).build();
    }

    private static String withoutZone(String address) {
        var zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    private static boolean isText(String contentType) {
        if (contentType == null) {
            return false;
        }
        var type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.startsWith("application/json")
                || type.startsWith("application/javascript") || type.startsWith("application/xml");
    }
}
