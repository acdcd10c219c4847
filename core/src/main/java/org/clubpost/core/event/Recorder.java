package org.clubpost.core.event;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;

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
        if (!(seen instanceof Subscriber.Confirmed)) {
            return changed instanceof Subscriber.Confirmed member && isUndone(seen, member)
                    ? Optional.of(confirmed(member, JoinWay.UNDO))
                    : came(changed);
        }
        return switch (changed) {
            case Subscriber.Left left when left.way() == LeaveWay.OWNER -> Optional.of(removed(left));
            case Subscriber.Left left ->
                Optional.of(new Event.MemberLeft(left.list(), now(), who(left), left.way()));
            case Subscriber.Pending _ -> Optional.empty();
            case Subscriber.Confirmed _ -> Optional.empty();
            // Nothing makes this of a member yet. Whatever does will be the event member.suppressed (docs/events.md).
            case Subscriber.Suppressed _ -> Optional.empty();
        };
    }

    /** What it is that this subscriber is there no more. */
    public Optional<Event> gone(Subscriber seen) {
        return isOn() && seen instanceof Subscriber.Confirmed ? Optional.of(removed(seen)) : Optional.empty();
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
        return switch (seen) {
            case Subscriber.Left left -> left.consent().equals(member.consent());
            case Subscriber.Pending request when request.past() instanceof Past.FormerMember(var left) ->
                left.consent().equals(member.consent());
            case Subscriber.Pending _,Subscriber.Confirmed _,Subscriber.Suppressed _ -> false;
        };
    }

    private Event confirmed(Subscriber.Confirmed member, JoinWay way) {
        return new Event.MemberConfirmed(member.list(), now(), who(member), way);
    }

    private Event removed(Subscriber subscriber) {
        return new Event.MemberRemoved(subscriber.list(), now(), who(subscriber));
    }

    private Event.Who who(Subscriber subscriber) {
        var address = Optional.<EmailAddress>empty();
        if (recording == Recording.ADDRESSES) {
            address = Optional.of(subscriber.person().address());
        }
        return new Event.Who(subscriber.id(), address);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
