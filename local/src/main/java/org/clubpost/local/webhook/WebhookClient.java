package org.clubpost.local.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import org.clubpost.aws.cloudevent.CloudEvents;

/**
 * Posts events to webhooks, signed (Standard Webhooks, "Webhook headers"). Follows no redirect, and reads nothing of an
 * answer but its status. Safe for use by many threads.
 */
final class WebhookClient implements AutoCloseable {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final int GONE = 410;

    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_WITHIN).build();
    private final WebhookSecret secret;
    private final InstantSource clock;

    WebhookClient(WebhookSecret secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** What became of an attempt. */
    sealed interface Outcome {

        /** The receiver has it: it answered with a status of 200 to 299. */
        record Taken() implements Outcome {}

        /** The receiver wants no more: it answered 410. */
        record Gone() implements Outcome {}

        /**
         * It has to be tried again.
         *
         * @param problem why, in English, without anything of the event or the address
         */
        record Failed(String problem) implements Outcome {}
    }

    /** Tries once. */
    Outcome send(Delivery delivery) throws InterruptedException {
        var event = delivery.event();
        var seconds = clock.instant().getEpochSecond();
        var request = HttpRequest.newBuilder(delivery.webhook()).timeout(ANSWER_WITHIN)
                .header("content-type", CloudEvents.MEDIA_TYPE).header("user-agent", "Clubpost")
                .header("webhook-id", event.id()).header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", secret.signature(event.id(), seconds, event.body()))
                .POST(HttpRequest.BodyPublishers.ofString(event.body())).build();
        try {
            return outcome(http.send(request, _ -> HttpResponse.BodySubscribers.ofInputStream()));
        } catch (HttpConnectTimeoutException e) {
            return new Outcome.Failed("no connection within " + CONNECT_WITHIN.toSeconds() + " s");
        } catch (HttpTimeoutException e) {
            return new Outcome.Failed("no answer within " + ANSWER_WITHIN.toSeconds() + " s");
        } catch (IOException e) {
            return new Outcome.Failed("no connection (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static Outcome outcome(HttpResponse<InputStream> answer) throws IOException {
        answer.body().close();
        var status = answer.statusCode();
        if (status == GONE) {
            return new Outcome.Gone();
        }
        return status / 100 == 2 ? new Outcome.Taken() : new Outcome.Failed("status " + status);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
