package org.clubpost.aws.event;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.function.Function;
import org.clubpost.core.UnavailableException;

/**
 * The outermost layer of a function that answers HTTP: reads the event, has the request answered, and makes an answer in words of whatever goes wrong.
 * Writes one line to the log an invocation, which holds nothing that the request did. Safe for use by many threads.
 */
public final class HttpEdge {

    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final Logger log;
    private final String function;
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
        this.log = System.getLogger("org.clubpost." + function);
        this.function = function;
        this.clock = clock;
        this.pages = pages;
    }

    /** Answers one request. Never throws. */
    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context, Conversation conversation) {
        var started = clock.instant();
        var request = FormRequest.of(event, started);
        var handled = handle(request, conversation, context.getAwsRequestId());
        log.log(Level.INFO, () -> line(context.getAwsRequestId(), handled, Duration.between(started, clock.instant())));
        return (request.method() == Method.HEAD ? handled.answer().withoutBody() : handled.answer()).toEvent();
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
            // The message is ours and holds nothing of the request; the cause may.
            log.log(Level.WARNING, () -> "%s %s: %s".formatted(function, requestId, e.getMessage()));
            return Handled.of(trouble(request, 503, pages.unavailable()).retryAfter(PAUSE), "unavailable");
        } catch (RuntimeException e) {
            log.log(Level.ERROR, () -> "%s %s: %s".formatted(function, requestId, place(e)));
            return Handled.of(trouble(request, 500, pages.broken()), "broken");
        }
    }

    private static HttpAnswer trouble(FormRequest request, int status, Function<List<LanguageRange>, String> page) {
        return request.wantsJson()
                ? HttpAnswer.json(status, Map.of("status", status == 503 ? "unavailable" : "error", "message",
                        status == 503 ? "Please try again in a minute." : "Something went wrong on our side."))
                : HttpAnswer.html(status, page.apply(request.languages()));
    }

    /** Where it happened, without the message, which may hold what a visitor typed. */
    private static String place(RuntimeException e) {
        var trace = e.getStackTrace();
        return e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private String line(String requestId, Handled handled, Duration taken) {
        return """
                {"function":"%s","requestId":"%s","list":"%s","outcome":"%s","status":%d,"milliseconds":%d}"""
                .formatted(function, requestId, handled.list(), handled.outcome(), handled.answer().status(),
                        taken.toMillis());
    }
}
