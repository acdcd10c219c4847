package org.clubpost.local.webhook;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import java.net.URI;
import java.time.InstantSource;
import org.clubpost.local.webhook.WebhookClient.Outcome;

/**
 * Sends one webhook what is due, oldest event first. A round ends with the first failure, so that a dead receiver is
 * asked no more than once a round; the delivery that failed waits for its own time, and holds up none after it.
 */
final class WebhookSender {

    private static final System.Logger LOG = System.getLogger(WebhookSender.class.getName());
    private static final int AT_ONCE = 100;

    private final URI webhook;
    private final Deliveries deliveries;
    private final WebhookClient client;
    private final InstantSource clock;

    WebhookSender(URI webhook, Deliveries deliveries, WebhookClient client, InstantSource clock) {
        this.webhook = webhook;
        this.deliveries = deliveries;
        this.client = client;
        this.clock = clock;
    }

    /**
     * One round.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    void deliver() {
        try {
            for (var delivery : deliveries.due(webhook, clock.instant(), AT_ONCE)) {
                if (!deliver(delivery)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the receiver is well. */
    private boolean deliver(Delivery delivery) throws InterruptedException {
        return switch (client.send(delivery)) {
            case Outcome.Taken _ -> {
                deliveries.taken(delivery);
                yield true;
            }
            case Outcome.Gone _ -> {
                log(ERROR, delivery, "stopped", "status 410");
                deliveries.stop(webhook, clock.instant());
                yield false;
            }
            case Outcome.Failed(var problem) -> {
                var next = Backoff.next(delivery.attempts() + 1, clock.instant());
                log(next.isPresent() ? WARNING : ERROR, delivery, next.isPresent() ? "comes-again" : "given-up",
                        problem);
                deliveries.failed(delivery, problem, next);
                yield false;
            }
        };
    }

    /** Of the address only the host, because the rest may be a secret. */
    private void log(System.Logger.Level level, Delivery delivery, String outcome, String problem) {
        LOG.log(level, "webhook host=" + webhook.getHost() + " type=" + delivery.event().type() + " event="
                + delivery.event().id() + " attempt=" + (delivery.attempts() + 1) + " outcome=" + outcome
                + " problem=\"" + problem + "\"");
    }
}
