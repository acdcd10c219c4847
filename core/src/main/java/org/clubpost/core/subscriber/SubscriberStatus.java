package org.clubpost.core.subscriber;

/** The state of a subscriber, as one word for listings and filters. */
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

    /** The word for the subscriber's state. */
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
