package org.clubpost.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscriber;

/**
 * The members whom the provider refused lately, for a cause that may be ours, since it last took a copy. A full mailbox
 * is one member's. When {@value #MEMBERS} members at {@value #DOMAINS} domains are refused one after another, the
 * provider wants nothing from us. Safe for use by many threads.
 */
final class Refusals {

    private static final int MEMBERS = 5;
    private static final int DOMAINS = 2;
    /** No server keeps a connection for longer, and what was said to an earlier one proves nothing. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Map<SubscriberId, Refused> since = new LinkedHashMap<>();

    private record Refused(String domain, Instant at) {}

    /** The provider took a copy. */
    synchronized void taken() {
        since.clear();
    }

    /**
     * The provider refused this member. When it is clear that this concerns everybody, the count begins anew.
     *
     * @return whether it is clear
     */
    synchronized boolean refused(Subscriber.Confirmed member, Instant now) {
        since.values().removeIf(earlier -> earlier.at().plus(LIFE).isBefore(now));
        since.put(member.id(), new Refused(member.person().address().domain(), now));
        var isClear = since.size() >= MEMBERS
                && since.values().stream().map(Refused::domain).distinct().count() >= DOMAINS;
        if (isClear) {
            since.clear();
        }
        return isClear;
    }
}
