package org.clubpost.core.link;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * What a membership token says once its signature has been checked.
 *
 * @param purpose what it may be used for
 * @param list the list
 * @param subscriber the member
 * @param time the time in it, to the millisecond; there exactly when the purpose {@linkplain LinkPurpose#isTimed has
 *         one}
 */
public record MembershipLink(LinkPurpose purpose, ListId list, SubscriberId subscriber, Optional<Instant> time) {

    /**
     * Cuts the time.
     *
     * @throws IllegalArgumentException when the time lacks or is too much
     */
    public MembershipLink {
        if (purpose.isTimed() != time.isPresent()) {
            throw new IllegalArgumentException("time of a link for " + purpose);
        }
        time = time.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A link for a purpose without a time. */
    public MembershipLink(LinkPurpose purpose, ListId list, SubscriberId subscriber) {
        this(purpose, list, subscriber, Optional.empty());
    }

    /** A link for a purpose with a time. */
    public MembershipLink(LinkPurpose purpose, ListId list, SubscriberId subscriber, Instant time) {
        this(purpose, list, subscriber, Optional.of(time));
    }
}
