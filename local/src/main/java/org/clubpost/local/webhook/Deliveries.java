package org.clubpost.local.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the webhooks have not taken yet. Every method may throw {@link org.clubpost.core.UnavailableException} and is
 * safe to repeat.
 */
public interface Deliveries {

    /** For how many days after its event a delivery is kept at most. */
    int DAYS = 14;

    /**
     * Makes these the webhooks, none of them stopped. Forgets the others, with what they have not taken.
     */
    void serve(Set<URI> webhooks);

    /** Adds the events for every webhook that is not stopped; where one is there already, it stays as it is. */
    void add(List<Delivery.Written> events);

    /**
     * What is due for that webhook, oldest event first.
     *
     * @param limit the most to return
     */
    List<Delivery> due(URI webhook, Instant now, int limit);

    /** Removes what was taken. */
    void taken(Delivery delivery);

    /**
     * Notes an attempt that failed.
     *
     * @param next when to try again; empty to give it up
     */
    void failed(Delivery delivery, String problem, Optional<Instant> next);

    /** Sends nothing more to that webhook, and forgets what it has not taken. */
    void stop(URI webhook, Instant now);

    /** All of them, by webhook and time. */
    List<Delivery> all();
}
