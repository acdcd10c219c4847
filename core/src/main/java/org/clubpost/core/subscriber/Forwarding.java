package org.clubpost.core.subscriber;

import java.time.Instant;
import java.util.Optional;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;

/**
 * Finds members by keys that they had before they changed their address.
 *
 * @param subscribers who is on the lists
 */
public record Forwarding(Subscribers subscribers) {

    /** More changes of one address than anybody makes. */
    private static final int MOST_HOPS = 20;

    /**
     * A member, as found.
     *
     * @param stored as it was read
     * @param member the member
     * @param isForwarded whether the key is one that the member had before
     */
    public record Found(Stored stored, Subscriber.Confirmed member, boolean isForwarded) {}

    /**
     * Whoever is a member with that key, or was and has another address now.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Optional<Found> find(ListId list, SubscriberId id) {
        var stored = subscribers.find(list, id);
        if (stored.isPresent() && stored.get().subscriber() instanceof Subscriber.Confirmed member) {
            return Optional.of(new Found(stored.get(), member, false));
        }
        return stored.flatMap(known -> forwards(known.subscriber())).flatMap(this::follow);
    }

    /** The same, without what is needed to change it. */
    public Optional<Subscriber.Confirmed> member(ListId list, SubscriberId id) {
        return find(list, id).map(Found::member);
    }

    /**
     * Whom a post reaches at a place in the order of keys. A post reaches each member at the key that the member had
     * when the post was planned, whatever the member's address is by now. So a member whose address changes while the
     * post goes out gets it once, whether the old or the new key has had its turn.
     *
     * @param place what is stored at that key
     * @param planned when the post was planned
     * @return empty when it reaches nobody there
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Optional<Subscriber.Confirmed> reached(Subscriber place, Instant planned) {
        var before = forwards(place).filter(moved -> planned.isBefore(moved.at())).flatMap(this::follow)
                .map(Found::member).filter(member -> member.idAt(planned).equals(place.id()));
        return before.isPresent()
                ? before
                : Optional.of(place).filter(Subscriber.Confirmed.class::isInstance)
                        .map(Subscriber.Confirmed.class::cast)
                        .filter(member -> member.idAt(planned).equals(place.id()));
    }

    /**
     * Whom a failure is about that a post has at a place, so that the post is tried again there. A failure stays at the
     * place at which the post reached the member first.
     *
     * @param place what is stored at that key
     * @param time when the post was planned, or the failure happened if that was before
     * @return empty when nobody is left there
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Optional<Subscriber.Confirmed> failed(Subscriber place, Instant time) {
        return switch (place) {
            case Subscriber.Confirmed member when member.before().filter(moved -> time.isBefore(moved.at()))
                    .isEmpty() ->
                Optional.of(member);
            case Subscriber _ -> forwards(place).flatMap(this::follow).map(Found::member);
        };
    }

    /** What is known there of a member other than this one, who has another address now. */
    public Optional<Subscriber.Moved> elsewhere(Subscriber place, Subscriber.Confirmed member) {
        return forwards(place).filter(moved -> follow(moved).filter(found -> found.member().id().equals(member.id()))
                .isEmpty());
    }

    /** The member to whom the record leads, over all changes that came after it. */
    private Optional<Found> follow(Subscriber.Moved moved) {
        var from = moved.id();
        var next = moved.to();
        for (var hop = 0; hop < MOST_HOPS; hop++) {
            var stored = subscribers.find(moved.list(), next);
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            var onwards = forwards(stored.get().subscriber());
            if (stored.get().subscriber() instanceof Subscriber.Confirmed member
                    && (onwards.isEmpty() || member.had(from))) {
                return Optional.of(new Found(stored.get(), member, true));
            }
            if (onwards.isEmpty()) {
                return Optional.empty();
            }
            from = next;
            next = onwards.get().to();
        }
        return Optional.empty();
    }

    /** What is known there of a member who has another address now. */
    public static Optional<Subscriber.Moved> forwards(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Confirmed member
                ? member.before()
                : subscriber.ended().filter(Subscriber.Moved.class::isInstance).map(Subscriber.Moved.class::cast);
    }
}
