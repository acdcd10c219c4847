package org.clubpost.core.subscriber;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The state of a subscriber. The names are stored, and never change; people and programs see the {@link #word}. */
public enum SubscriberStatus {

    /** {@link Subscriber.Pending}. */
    PENDING,
    /** {@link Subscriber.Applied}. */
    APPLIED,
    /** {@link Subscriber.Confirmed}. */
    CONFIRMED,
    /** {@link Subscriber.Left}. */
    LEFT,
    /** {@link Subscriber.Removed}. */
    REMOVED,
    /** {@link Subscriber.Moved}. */
    MOVED,
    /** {@link Subscriber.Forgotten}. */
    FORGOTTEN,
    /** {@link Subscriber.Suppressed}. */
    SUPPRESSED;

    /** What it is called in listings, exports and filters, such as {@code member}. */
    public String word() {
        return this == CONFIRMED ? "member" : name().toLowerCase(Locale.ROOT);
    }

    /** Reads a word or a name, in any case; {@code confirmed}, as a member was called once, too. */
    public static Optional<SubscriberStatus> parse(String word) {
        return Stream.of(values()).filter(each -> each.word().equalsIgnoreCase(word)
                || each.name().equalsIgnoreCase(word)).findFirst();
    }

    /** The state that the subscriber is in. */
    public static SubscriberStatus of(Subscriber subscriber) {
        return switch (subscriber) {
            case Subscriber.Pending _ -> PENDING;
            case Subscriber.Applied _ -> APPLIED;
            case Subscriber.Confirmed _ -> CONFIRMED;
            case Subscriber.Left _ -> LEFT;
            case Subscriber.Removed _ -> REMOVED;
            case Subscriber.Moved _ -> MOVED;
            case Subscriber.Forgotten _ -> FORGOTTEN;
            case Subscriber.Suppressed _ -> SUPPRESSED;
        };
    }
}
