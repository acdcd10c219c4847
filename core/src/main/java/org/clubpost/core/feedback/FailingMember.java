package org.clubpost.core.feedback;

import java.util.Optional;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Stored;

/**
 * A member whose mail comes back, with what is known of them.
 *
 * @param list the list
 * @param stored the member, as stored when that was read
 * @param seen what had come back by then
 */
record FailingMember(MailingList list, Stored stored, Optional<BounceRecord> seen) {

    SubscriberId id() {
        return stored.subscriber().id();
    }

    BounceRecord record() {
        return seen.orElseGet(() -> BounceRecord.of(list.id(), id()));
    }

    boolean isStopped() {
        return record().stage() instanceof Stage.Stopped;
    }

    /** The same member, of whom that is found by now. */
    FailingMember with(Optional<BounceRecord> now) {
        return new FailingMember(list, stored, now);
    }

    /** Whether that is the stage still. What came back earlier and is heard of later moves the end of a doubt. */
    boolean isStillAt(Stage now) {
        return now.equals(record().stage())
                || (now instanceof Stage.Doubted && record().stage() instanceof Stage.Doubted);
    }
}
