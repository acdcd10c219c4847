package org.clubpost.cli.members;

import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberStatus;

/** What to choose subscribers by: their state, or that mail to them comes back. */
enum ListedStatus {
    PENDING, APPLIED, CONFIRMED, LEFT, REMOVED, MOVED, FORGOTTEN, SUPPRESSED,
    /** Members from whom mail came back that still counts, and those whose mail is stopped for it. */
    BOUNCING;

    /** Of those from whom mail came back it says whether they still have to do with the list. */
    boolean isOf(Subscriber subscriber) {
        return this == BOUNCING
                ? subscriber instanceof Subscriber.Confirmed || subscriber instanceof Subscriber.Suppressed
                : name().equals(SubscriberStatus.of(subscriber).name());
    }
}
