package org.clubpost.aws.event;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.function.Function;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;

/**
 * The outermost layer of a function that answers HTTP: reads the event, has the request answered, and makes an answer in words of whatever goes wrong.
 * Writes one line to the log an invocation, which holds nothing that the request did. Safe for use by many threads.
 */
public final class HttpEdge {

    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final FunctionLog log;
    private final InstantSource clock;
    private final ErrorPages pages;

    /**
     * The pages for when we cannot help, each in the best language for the visitor.
     *
     * @param unavailable says that it is worth trying again in a minute
     * @param broken says that it is our fault
     */
    public record ErrorPages(Function<List<LanguageRange>, String> unavailable,
            Function<List<LanguageRange>, String> broken) {}

    /**
     * @param function the function's name in the log
     * @param clock says when a request came in
     * @param pages what to show when we cannot help
     */
    public HttpEdge(String function, InstantSource clock, ErrorPages pages) {
        this.log = new FunctionLog(function, clock);
        this.clock = clock;
        this.pages = pages;
    }

    /** Answers one request. Never throws. */
    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context, Conversation conversation) {
        var started = clock.instant();
        var request = FormRequest.of(event, started);
        var handled = handle(request, conversation, context.getAwsRequestId());
        var line = log.line(context.getAwsRequestId()).with("list", handled.list()).outcome(handled.outcome())
                .with("status", handled.answer().status()).took(Duration.between(started, clock.instant()));
        for (var metric : handled.counted()) {
            line = line.counting(metric, 1);
        }
        log.info(line);
        return (request.method() == Method.HEAD ? handled.answer().withoutBody() : handled.answer()).toEvent();
    }

    /**
     * When Lambda is about to take a snapshot of this process, has somebody's look at a page answered whom there is not, so that what an answer needs is
     * loaded and in the snapshot. Looking changes nothing; when it fails, the first request is slower.
     *
     * @param target the path and the query that they look at
     */
    public void prime(String target, Conversation conversation) {
        if (Environment.ofProcess().isForSnapshot()) {
            var parts = target.split("\\?", 2);
            var http = APIGatewayV2HTTPEvent.RequestContext.Http.builder().withMethod("GET").withPath(parts[0]).build();
            var event = APIGatewayV2HTTPEvent.builder().withRawPath(parts[0]).withRawQueryString(parts[1])
                    .withRequestContext(
                            APIGatewayV2HTTPEvent.RequestContext.builder().withHttp(http).build())
                    .withHeaders(Map.of("accept", "text/html")).build();
            var started = clock.instant();
            var handled = handle(FormRequest.of(event, started), conversation, "snapshot");
            log.info(log.line("snapshot").outcome("primed").with("status", handled.answer().status())
                    .took(Duration.between(started, clock.instant())));
        }
    }

    private Handled handle(FormRequest request, Conversation conversation, String requestId) {
        try {
            return switch (request.method()) {
                case GET, HEAD -> conversation.show(request);
                case POST -> conversation.act(request);
                case OTHER -> Handled.of(
                        HttpAnswer.json(405, Map.of("status", "refused", "message", "Only GET, HEAD and POST."))
                                .with("allow", "GET, HEAD, POST"),
                        "method-refused");
            };
        } catch (UnavailableException e) {
            log.warning(log.line(requestId).outcome("unavailable").failure(e));
            return Handled.of(trouble(request, 503, pages.unavailable()).retryAfter(PAUSE), "unavailable");
        } catch (RuntimeException e) {
            log.error(log.line(requestId).outcome("broken").failure(e));
            return Handled.of(trouble(request, 500, pages.broken()), "broken");
        }
    }

    private static HttpAnswer trouble(FormRequest request, int status, Function<List<LanguageRange>, String> page) {
        return request.wantsJson()
                ? HttpAnswer.json(status, Map.of("status", status == 503 ? "unavailable" : "error", "message",
                        status == 503 ? "Please try again in a minute." : "Something went wrong on our side."))
                : HttpAnswer.html(status, page.apply(request.languages()));
    }
}
