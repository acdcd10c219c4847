package org.clubpost.core.event;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Subscriber;

/**
 * Says which event a change is, if it is one. The database asks it within each change, and records the answer together
 * with the change.
 *
 * @param recording what the installation wants
 * @param clock the time
 */
public record Recorder(Recording recording, InstantSource clock) {

    /** Finds nothing worth recording. */
    public static final Recorder OFF = new Recorder(Recording.NONE, InstantSource.fixed(Instant.EPOCH));

    /** Whether any change may be an event. */
    public boolean isOn() {
        return recording != Recording.NONE;
    }

    /** What it is that this subscriber is new. */
    public Optional<Event> came(Subscriber subscriber) {
        return isOn() && subscriber instanceof Subscriber.Confirmed member
                ? Optional.of(confirmed(member, JoinWay.of(member.consent())))
                : Optional.empty();
    }

    /** What it is that the one became the other. */
    public Optional<Event> changed(Subscriber seen, Subscriber changed) {
        if (!isOn()) {
            return Optional.empty();
        }
        var isEnded = seen instanceof Subscriber.Suppressed && changed instanceof Subscriber.Gone
                && !(changed instanceof Subscriber.Suppressed);
        if (!(seen instanceof Subscriber.Confirmed) && !isEnded) {
            return changed instanceof Subscriber.Confirmed member && isUndone(seen, member)
                    ? Optional.of(confirmed(member, JoinWay.UNDO))
                    : came(changed);
        }
        return switch (changed) {
            case Subscriber.Left left ->
                Optional.of(new Event.MemberLeft(left.list(), now(), who(left), left.way()));
            case Subscriber.Removed removed -> Optional.of(removed(removed,
                    removed.by() instanceof Actor.Service ? RemoveWay.BOUNCES : RemoveWay.OWNER));
            case Subscriber.Forgotten forgotten -> Optional.of(removed(forgotten, RemoveWay.ERASED));
            case Subscriber.Pending _ -> Optional.empty();
            case Subscriber.Applied _ -> Optional.empty();
            case Subscriber.Confirmed _ -> Optional.empty();
            case Subscriber.Moved _ -> Optional.empty();
            case Subscriber.Suppressed stopped ->
                Optional.of(new Event.MemberSuppressed(stopped.list(), now(), who(stopped), stopped.why()));
        };
    }

    /** What it is that this member has another address, and another key by that. */
    public Optional<Event> moved(Subscriber.Confirmed seen, Subscriber.Confirmed moved) {
        return isOn()
                ? Optional.of(new Event.AddressChanged(moved.list(), now(), who(moved), who(seen)))
                : Optional.empty();
    }

    /** What it is that this subscriber is there no more. */
    public Optional<Event> gone(Subscriber seen) {
        return isOn() && seen instanceof Subscriber.Confirmed
                ? Optional.of(removed(seen, RemoveWay.ERASED))
                : Optional.empty();
    }

    /** What it is that this post is new. */
    public Optional<Event> came(Post post) {
        return isOn() ? entered(post) : Optional.empty();
    }

    /** What it is that the one became the other. A post that stays held or done is no news. */
    public Optional<Event> changed(Post seen, Post changed) {
        var isAnotherState = seen.state().getClass() != changed.state().getClass();
        var isForSomebodyElse = seen.state() instanceof PostState.Held before
                && changed.state() instanceof PostState.Held after && before.decider() != after.decider();
        return isAnotherState || isForSomebodyElse ? came(changed) : Optional.empty();
    }

    private Optional<Event> entered(Post post) {
        return switch (post.state()) {
            case PostState.Held held -> Optional.of(new Event.PostHeld(post.list(), now(), post.id(),
                    held.reason().cause(), held.decider()));
            case PostState.Done done ->
                Optional.of(new Event.PostSent(post.list(), now(), post.id(), done.tally()));
            case PostState.Received _ -> Optional.empty();
            case PostState.Rejected _ -> Optional.empty();
            case PostState.Discarded _ -> Optional.empty();
            case PostState.Waiting _ -> Optional.empty();
            case PostState.Sending _ -> Optional.empty();
            case PostState.Paused _ -> Optional.empty();
            case PostState.Parked _ -> Optional.empty();
            case PostState.Resumed _ -> Optional.empty();
            case PostState.Cancelled _ -> Optional.empty();
        };
    }

    /** Whether it is the membership from before: a new one has a consent of its own. */
    private static boolean isUndone(Subscriber seen, Subscriber.Confirmed member) {
        return seen.ended().filter(gone -> isUndone(gone, member)).isPresent();
    }

    private static boolean isUndone(Subscriber.Gone gone, Subscriber.Confirmed member) {
        return switch (gone) {
            case Subscriber.Left left -> left.consent().equals(member.consent());
            case Subscriber.Removed removed -> removed.consent().equals(member.consent());
            case Subscriber.Suppressed suppressed -> suppressed.consent().equals(member.consent());
            case Subscriber.Moved _,Subscriber.Forgotten _ -> false;
        };
    }

    private Event confirmed(Subscriber.Confirmed member, JoinWay way) {
        return new Event.MemberConfirmed(member.list(), now(), who(member), way);
    }

    private Event removed(Subscriber subscriber, RemoveWay way) {
        return new Event.MemberRemoved(subscriber.list(), now(), who(subscriber), way);
    }

    private Event.Who who(Subscriber subscriber) {
        var address = Optional.<EmailAddress>empty();
        if (recording == Recording.ADDRESSES) {
            address = subscriber.whom().map(Person::address);
        }
        return new Event.Who(subscriber.id(), address);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
