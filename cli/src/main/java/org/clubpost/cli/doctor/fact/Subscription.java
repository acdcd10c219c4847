package org.clubpost.cli.doctor.fact;

/**
 * Somebody who is told what is published to a topic.
 *
 * @param protocol such as {@code email}
 * @param endpoint who is told
 * @param confirmed whether they agreed; otherwise they are told nothing
 */
public record Subscription(String protocol, String endpoint, boolean confirmed) {}
