package org.clubpost.local.http;

import static java.lang.System.Logger.Level.ERROR;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.local.lambda.LocalContext;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A route to one of our functions, with the limits that API Gateway has: 10 MB and 30 seconds. */
final class FunctionRoute {

    private static final System.Logger LOG = System.getLogger(FunctionRoute.class.getName());
    private static final int MAX_BODY = 10_000_000;
    /** How much of a body is kept: one octet more than a function reads, so that it sees that the body is too long. */
    static final int OF_A_FORM = FormRequest.MAX_BODY_OCTETS + 1;
    /** The same where a function reads all that Lambda gives it: 6 MB, in base64. */
    static final int OF_LAMBDA = 4_500_000;
    private static final String SOON = "30";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String function;
    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler;
    private final HttpDoor door;
    private final Answering answering;
    private final InstantSource clock;
    private final Kept kept;

    /**
     * How much of bodies is kept.
     *
     * @param most of each
     * @param space where more than a form is
     */
    record Kept(int most, BodySpace space) {}

    /** How an answer of our own is written. */
    interface Answering {

        void write(Request request, Reply reply, Response response, Callback callback);
    }

    FunctionRoute(String function, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
            HttpDoor door, Answering answering, InstantSource clock, Kept kept) {
        this.function = function;
        this.door = door;
        this.handler = handler;
        this.answering = answering;
        this.clock = clock;
        this.kept = kept;
    }

    /** Reads the body as it comes, and has the function answer when all of it is there. */
    void serve(Request request, Response response, Callback callback) {
        BodyReader.read(request, kept.most(), MAX_BODY, kept.space(), new BodyReader.Then() {

            @Override
            public void whole(byte[] body) {
                door.isWhole(request);
                answer(request, body, response, callback);
            }

            @Override
            public void tooLarge() {
                answering.write(request, Reply.text(413, "This is too large.\n"), response, callback);
            }

            @Override
            public void noSpace() {
                answering.write(request, Reply.text(503, "There is too much to do now. Try again in a minute.\n")
                        .with("Retry-After", SOON), response, callback);
            }

            @Override
            public void failed(Throwable failure) {
                callback.failed(failure);
            }
        });
    }

    private void answer(Request request, byte[] body, Response response, Callback callback) {
        var context = new LocalContext(function, TIMEOUT);
        try {
            var event = ApiGateway.event(request, door.beginning(request), body, context.getAwsRequestId(),
                    clock.instant());
            write(request, handler.handleRequest(event, context), response, callback);
        } catch (RuntimeException fault) {
            LOG.log(ERROR, function + " request=" + context.getAwsRequestId() + " outcome=fault", fault);
            answering.write(request, Reply.text(500, "Something went wrong here; the log says what.\n"), response,
                    callback);
        }
    }

    private static void write(Request request, APIGatewayV2HTTPResponse answer, Response response, Callback callback) {
        var headers = response.getHeaders();
        if (answer.getHeaders() != null) {
            answer.getHeaders().forEach(headers::put);
        }
        if (answer.getMultiValueHeaders() != null) {
            answer.getMultiValueHeaders().forEach(headers::put);
        }
        if (answer.getCookies() != null) {
            answer.getCookies().forEach(cookie -> headers.add(HttpHeader.SET_COOKIE, cookie));
        }
        response.setStatus(answer.getStatusCode());
        var body = answer.getBody() == null
                ? new byte[0]
                : answer.getIsBase64Encoded()
                        ? Base64.getDecoder().decode(answer.getBody())
                        : answer.getBody().getBytes(UTF_8);
        HttpFront.writeContent(request, body, response, callback);
    }
}
