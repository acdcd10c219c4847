package org.clubpost.core.delivery;

import java.time.Instant;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Subscriber;

/**
 * Decides which members get no copy because they pause. Like everybody who wants no copy they count neither as served
 * nor as failed.
 */
final class Pauses {

    private Pauses() {}

    static boolean isPaused(MailingList list, Subscriber.Confirmed member, Instant now) {
        return member.settings().pauseAt(now, list.dispatch().zone()).isPresent();
    }
}
