package org.clubpost.local.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.clubpost.aws.cloudevent.CloudEvents;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.EventChannel;
import org.clubpost.core.event.Events;
import org.clubpost.core.event.PublishEvents;
import org.clubpost.local.lambda.Schedule;

/**
 * Takes what was recorded to the webhooks, as long as it is open. It has one thread for the record, and one for each
 * webhook.
 */
public final class WebhookService implements AutoCloseable {

    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final Deque<Runnable> closings = new ArrayDeque<>();

    private WebhookService() {}

    /**
     * Starts it. Without webhooks it does nothing.
     *
     * @param webhooks where events go
     * @param secret signs them
     * @param events what was recorded
     * @param deliveries what the webhooks have not taken
     * @param source the public address of the installation
     */
    public static WebhookService start(Webhooks webhooks, WebhookSecret secret, Events events, Deliveries deliveries,
            URI source, InstantSource clock) {
        var service = new WebhookService();
        deliveries.serve(webhooks.urls());
        if (!webhooks.urls().isEmpty()) {
            var client = new WebhookClient(secret, clock);
            service.closings.push(client::close);
            for (var url : webhooks.urls()) {
                var sender = new WebhookSender(url, deliveries, client, clock);
                service.closings.push(new Schedule("webhook", sender::deliver, OFTEN)::close);
            }
            var publishing = new PublishEvents(events, channel(deliveries, new CloudEvents(source)));
            service.closings.push(new Schedule("events", () -> publishing.publish(), OFTEN)::close);
        }
        return service;
    }

    /** Takes an event when it is on the disk for every webhook. */
    static EventChannel channel(Deliveries deliveries, CloudEvents format) {
        return events -> {
            deliveries.add(events.stream().map(event -> written(event, format)).toList());
            return List.copyOf(events);
        };
    }

    private static Delivery.Written written(Event event, CloudEvents format) {
        return new Delivery.Written(event.id(), CloudEvents.type(event), event.time(), format.json(event));
    }

    @Override
    public void close() {
        while (!closings.isEmpty()) {
            closings.pop().run();
        }
    }
}
