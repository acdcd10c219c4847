package org.clubpost.local.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * An event on its way to a webhook.
 *
 * @param webhook where it goes
 * @param event what is sent
 * @param attempts how often that was tried
 * @param due when it is tried next; empty when it was given up
 * @param problem why the last attempt failed; empty before that
 */
public record Delivery(URI webhook, Written event, int attempts, Optional<Instant> due, String problem) {

    /**
     * An event as it is sent.
     *
     * @param id its id
     * @param type its type, such as {@code org.clubpost.post.sent}
     * @param time when it happened
     * @param body a CloudEvent in JSON
     */
    public record Written(String id, String type, Instant time, String body) {

        /** Says what this is, but not about whom. */
        @Override
        public String toString() {
            return "Written[" + type + " " + id + "]";
        }
    }
}
