package org.clubpost.aws.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events as API Gateway sends them (payload format 2.0), for tests. Change what matters with the {@code with} methods.
 */
public record SampleEvents(String method, String target, Map<String, String> headers, String body, boolean base64) {

    /** A browser's GET of that path and query. */
    public static SampleEvents get(String target) {
        return new SampleEvents("GET", target, Map.of("accept", "text/html,application/xhtml+xml,*/*;q=0.8"), "",
                false);
    }

    /** A browser's POST of a form to that path and query. */
    public static SampleEvents form(String target, String body) {
        return get(target).with("content-type", "application/x-www-form-urlencoded").sending("POST", body);
    }

    /** A program's POST of JSON. */
    public static SampleEvents json(String target, String body) {
        return new SampleEvents("POST", target, Map.of("content-type", "application/json", "accept", "*/*"), body,
                false);
    }

    /** A program's POST without anything said about its body. */
    public static SampleEvents post(String target, String body) {
        return new SampleEvents("POST", target, Map.of(), body, false);
    }

    /** This event with that header field. */
    public SampleEvents with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new SampleEvents(method, target, more, body, base64);
    }

    /** This event with another method. */
    public SampleEvents as(String other) {
        return new SampleEvents(other, target, headers, body, base64);
    }

    /** This event with its body in base64, as API Gateway sends what it does not take for text. */
    public SampleEvents inBase64() {
        return new SampleEvents(method, target, headers, Base64.getEncoder().encodeToString(body.getBytes(UTF_8)),
                true);
    }

    private SampleEvents sending(String otherMethod, String otherBody) {
        return new SampleEvents(otherMethod, target, headers, otherBody, base64);
    }

    /** The event. */
    public APIGatewayV2HTTPEvent event() {
        var question = target.indexOf('?');
        var path = question < 0 ? target : target.substring(0, question);
        var http = Http.builder().withMethod(method).withPath(path).withProtocol("HTTP/1.1")
                .withSourceIp("192.0.2.7").withUserAgent("Mozilla/5.0 (X11; Linux)").build();
        var event = APIGatewayV2HTTPEvent.builder().withVersion("2.0").withRouteKey("$default").withRawPath(path)
                .withRawQueryString(question < 0 ? "" : target.substring(question + 1)).withHeaders(headers)
                .withRequestContext(RequestContext.builder().withHttp(http).withRequestId("JKJaXmPLvHcESHA=")
                        .withStage("$default").build())
                .withIsBase64Encoded(base64);
        return (body.isEmpty() ? event : event.withBody(body)).build();
    }
}
