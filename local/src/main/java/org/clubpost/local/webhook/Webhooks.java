package org.clubpost.local.webhook;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.event.Recording;

/**
 * Which programs are told of events.
 *
 * @param urls where they are, each http or https
 * @param withAddresses whether they are told the addresses of people, and not only their keys
 * @param secret what signs; empty for {@linkplain WebhookSecret#of the usual one}
 */
public record Webhooks(Set<URI> urls, boolean withAddresses, Optional<WebhookSecret> secret) {

    /** None. */
    public static final Webhooks NONE = new Webhooks(Set.of(), false, Optional.empty());

    /** Copies the set. */
    public Webhooks {
        urls = Set.copyOf(urls);
    }

    /** Which events have to be recorded for them. */
    public Recording recording() {
        if (urls.isEmpty()) {
            return Recording.NONE;
        }
        return withAddresses ? Recording.ADDRESSES : Recording.KEYS;
    }
}
