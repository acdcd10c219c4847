package org.clubpost.core.feedback;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Stops the mail to whoever complained of it.
 *
 * @param subscribers who is on the lists
 * @param owners are told
 * @param clock the time
 */
record Complaints(Subscribers subscribers, Owners owners, InstantSource clock) {

    /** The key that whoever complained has by now; empty when they have nothing to do with the list any more. */
    Optional<SubscriberId> whose(ListId list, SubscriberId key) {
        return new Forwarding(subscribers).member(list, key).map(Subscriber::id)
                .or(() -> subscribers.find(list, key).map(Stored::subscriber)
                        .filter(Subscriber.Suppressed.class::isInstance).map(Subscriber::id));
    }

    /** Whether it is stopped. Whoever is not written to because of bounces is not reminded after a complaint. */
    boolean stop(MailingList list, SubscriberId key) {
        var since = Attempts.until(subscribers, () -> subscribers.find(list.id(), key).map(this::stopped)
                .orElseGet(() -> Optional.of(Optional.empty())));
        since.ifPresent(at -> owners.cameBack(list,
                new Owners.Fate(News.Kind.COMPLAINED, key, Optional.empty(), at)));
        return since.isPresent();
    }

    /**
     * Since when it is stopped. The outer one is empty when somebody else changed the subscriber in the meantime; the
     * inner one when there is no mail to stop any more.
     */
    private Optional<Optional<Instant>> stopped(Stored stored) {
        return switch (stored.subscriber()) {
            case Subscriber.Confirmed member -> stopped(stored, member);
            case Subscriber.Suppressed before -> before.why() instanceof Stopped.Bouncing
                    ? stopped(stored, before.asBefore())
                    : Optional.of(Optional.of(before.at()));
            case Subscriber.Gone _,Subscriber.Pending _,Subscriber.Applied _ -> Optional.of(Optional.empty());
        };
    }

    private Optional<Optional<Instant>> stopped(Stored stored, Subscriber.Confirmed member) {
        var now = clock.instant();
        return subscribers.by(Deed.of(new Actor.Service())).replace(stored,
                Subscriber.Suppressed.of(member, now, new Stopped.Complaint()))
                        ? Optional.of(Optional.of(now))
                        : Optional.empty();
    }
}
