package org.clubpost.aws.event;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.UnavailableException;

/**
 * The outermost layer of a function that answers HTTP. It reads the event, has the request answered, and turns whatever
 * goes wrong into an answer in words. For each invocation it writes one line to the log, which holds nothing from the
 * request. Safe for use by many threads.
 */
final class HttpEdge {

    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final EdgeKey key;
    private final FunctionLog log;
    private final InstantSource clock;
    private final Troubles troubles;

    /**
     * @param function the function's name in the log
     * @param clock says when a request came in
     * @param pages what to show when we cannot help
     * @param key tells which way requests came
     */
    HttpEdge(String function, InstantSource clock, CommonPages pages, EdgeKey key) {
        this(function, clock, new PageTroubles(pages), key);
    }

    /**
     * @param troubles what to say when we cannot help
     */
    HttpEdge(String function, InstantSource clock, Troubles troubles, EdgeKey key) {
        this.key = key;
        this.log = new FunctionLog(function);
        this.clock = clock;
        this.troubles = troubles;
    }

    /** Answers one request. Never throws. */
    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context,
            Function<FormRequest, Handled> handler) {
        var started = clock.instant();
        var request = read(event, started);
        var handled = request.map(read -> handle(read, handler, context.getAwsRequestId()))
                .orElseGet(this::unreadable);
        var line = log.line(context.getAwsRequestId()).with("list", handled.list()).outcome(handled.outcome())
                .with("status", handled.answer().status()).took(Duration.between(started, clock.instant()));
        for (var metric : handled.counted()) {
            line = line.counting(metric, 1);
        }
        log.info(line);
        var isHead = request.filter(read -> read.method() == Method.HEAD).isPresent();
        return (isHead ? handled.answer().withoutBody() : handled.answer()).toEvent();
    }

    /** Empty for an event that no gateway sends. What a visitor can send is checked piece by piece later. */
    private Optional<FormRequest> read(APIGatewayV2HTTPEvent event, Instant now) {
        try {
            return Optional.of(FormRequest.of(event, now, key.arrival(event)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Handled unreadable() {
        return Handled.of(troubles.unreadable(), "unreadable");
    }

    /**
     * Answers a made-up visitor who looks at that target, when Lambda is about to take a snapshot of this process.
     * {@link PageFunction#prime} says why.
     */
    void prime(String target, Function<FormRequest, Handled> handler) {
        if (Environment.ofProcess().isForSnapshot()) {
            var parts = target.split("\\?", 2);
            var http = APIGatewayV2HTTPEvent.RequestContext.Http.builder().withMethod("GET").withPath(parts[0]).build();
            var event = APIGatewayV2HTTPEvent.builder().withRawPath(parts[0]).withRawQueryString(parts[1])
                    .withRequestContext(
                            APIGatewayV2HTTPEvent.RequestContext.builder().withHttp(http).build())
                    .withHeaders(Map.of("accept", "text/html")).build();
            var started = clock.instant();
            var handled = handle(FormRequest.of(event, started, Arrival.DIRECT), handler, "snapshot");
            log.info(log.line("snapshot").outcome("primed").with("status", handled.answer().status())
                    .took(Duration.between(started, clock.instant())));
        }
    }

    /** Answers a request that CloudFront would have had to bring. No page does, so CloudFront has a page for 403. */
    static Handled pastCloudFront() {
        return Handled.of(HttpAnswer.json(403,
                Map.of("status", "refused", "message", "This is not the address of the form.")), "past-cloudfront");
    }

    private Handled handle(FormRequest request, Function<FormRequest, Handled> handler, String requestId) {
        try {
            return handler.apply(request);
        } catch (UnavailableException e) {
            log.warning(log.line(requestId).outcome("unavailable").failure(e));
            return Handled.of(troubles.unavailable(request).retryAfter(PAUSE), "unavailable");
        } catch (StackOverflowError e) {
            log.warning(log.line(requestId).outcome("too-deep").failure(e));
            return unreadable();
        } catch (RuntimeException e) {
            log.error(log.line(requestId).outcome("broken").failure(e));
            return Handled.of(troubles.broken(request), "broken");
        }
    }
}
