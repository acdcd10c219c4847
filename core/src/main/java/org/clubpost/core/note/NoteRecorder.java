package org.clubpost.core.note;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.list.Audience;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.WayBack;

/**
 * Says which tasks a change leads to, if it leads to any. The database asks it within each change, and records the answer
 * together with the change. A member who never chose anything leads to none until they pause or leave.
 *
 * @param clock the time
 */
public record NoteRecorder(InstantSource clock) {

    /** What is to be done because this subscriber is new. */
    public Optional<NoteTask> came(Subscriber subscriber) {
        return wanted(subscriber).equals(Notification.none()) ? Optional.empty() : Optional.of(follow(subscriber));
    }

    /** What is to be done because the one became the other. */
    public List<NoteTask> changed(Subscriber seen, Subscriber changed) {
        var tasks = new ArrayList<NoteTask>();
        if (!wanted(seen).equals(wanted(changed))) {
            tasks.add(follow(changed));
        }
        if (seen instanceof Subscriber.Confirmed && changed instanceof Subscriber.Left left
                && left.back() instanceof WayBack.Open) {
            tasks.add(new NoteTask.Goodbye(left.list(), now(), left.id()));
        }
        if (seen instanceof Subscriber.Confirmed before && changed instanceof Subscriber.Confirmed member
                && member.settings().pausedUntil().isPresent()
                && !member.settings().pausedUntil().equals(before.settings().pausedUntil())) {
            tasks.add(new NoteTask.PauseBegun(member.list(), now(), member.id()));
        }
        return tasks;
    }

    /** What is to be done because this subscriber is there no more. */
    public Optional<NoteTask> gone(Subscriber seen) {
        return came(seen);
    }

    /**
     * What is to be done because the one became the other: a post to everybody that has gone out is told of. One to
     * groups is not, because a topic cannot be narrowed down to them.
     */
    public Optional<NoteTask> changed(Post seen, Post changed) {
        var isOut = changed.state() instanceof PostState.Done && !(seen.state() instanceof PostState.Done);
        return isOut && changed.parties().audience() instanceof Audience.Everyone
                ? Optional.of(new NoteTask.NewPost(changed.list(), now(), changed.id()))
                : Optional.empty();
    }

    private NoteTask follow(Subscriber subscriber) {
        return new NoteTask.Follow(subscriber.list(), now(), subscriber.id());
    }

    private static Notification wanted(Subscriber subscriber) {
        return switch (subscriber) {
            case Subscriber.Confirmed member -> member.settings().notification();
            case Subscriber.Pending _ -> Notification.none();
            case Subscriber.Left _ -> Notification.none();
            case Subscriber.Suppressed _ -> Notification.none();
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
