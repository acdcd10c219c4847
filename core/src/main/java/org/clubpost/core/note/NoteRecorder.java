package org.clubpost.core.note;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.list.Audience;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.WayBack;

/**
 * Says which tasks a change leads to, if it leads to any. The database asks it within each change, and records the
 * answer together with the change. A member who never chose anything leads to none until they pause or leave.
 *
 * @param clock the time
 */
public record NoteRecorder(InstantSource clock) {

    private static final Duration A_DAY = Duration.ofDays(1);
    /** No reminder follows the first mail as closely as this. */
    private static final Duration SOON = Duration.ofHours(6);
    /** So long whoever let somebody in, or took their confirmation, has the time to welcome them. */
    public static final Duration WELCOME = Duration.ofMinutes(1);

    /**
     * What is to be done because this subscriber is new. Whom an owner adds has not chosen anything yet, and who asks
     * to join is reminded.
     */
    public Optional<NoteTask> came(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Pending request
                ? reminder(request)
                : added(subscriber).or(() -> wish(subscriber));
    }

    private Optional<NoteTask> wish(Subscriber subscriber) {
        return wanted(subscriber).equals(Notification.none()) ? Optional.empty() : Optional.of(follow(subscriber));
    }

    /**
     * After a day. Where the link works for less than two days, when half of that time is over, so that there is time
     * left to use it; where that is soon after the first mail, not at all.
     */
    private Optional<NoteTask> reminder(Subscriber.Pending request) {
        var half = Duration.between(now(), request.expiresAt()).dividedBy(2);
        var wait = half.compareTo(A_DAY) < 0 ? half : A_DAY;
        return wait.compareTo(SOON) < 0
                ? Optional.empty()
                : Optional.of(new NoteTask.Reminder(request.list(), now().plus(wait).truncatedTo(ChronoUnit.MILLIS),
                        request.id()));
    }

    private Optional<NoteTask> added(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Confirmed member && member.isToBeTold()
                ? Optional.of(new NoteTask.Added(member.list(), now(), member.id()))
                : Optional.empty();
    }

    /** What is to be done because the one became the other. */
    public List<NoteTask> changed(Subscriber seen, Subscriber changed) {
        var tasks = new ArrayList<NoteTask>();
        if (!wanted(seen).equals(wanted(changed))) {
            tasks.add(follow(changed));
        }
        if (!(seen instanceof Subscriber.Confirmed)) {
            added(changed).ifPresent(tasks::add);
        }
        if (seen instanceof Subscriber.Confirmed && changed instanceof Subscriber.Left left
                && left.back() instanceof WayBack.Open) {
            tasks.add(new NoteTask.Goodbye(left.list(), now(), left.id()));
        }
        if (changed instanceof Subscriber.Applied applied && !(seen instanceof Subscriber.Applied)) {
            tasks.add(new NoteTask.Application(applied.list(), now(), applied.id()));
        }
        if (changed instanceof Subscriber.Confirmed member && joins(seen, member)) {
            tasks.add(new NoteTask.Application(member.list(), now().plus(WELCOME), member.id()));
        }
        if (seen instanceof Subscriber.Confirmed before && changed instanceof Subscriber.Confirmed member
                && member.settings().pausedUntil().isPresent()
                && !member.settings().pausedUntil().equals(before.settings().pausedUntil())) {
            tasks.add(new NoteTask.PauseBegun(member.list(), now(), member.id()));
        }
        if (changed instanceof Subscriber.Confirmed member && wasStopped(seen)) {
            tasks.add(new NoteTask.MailFails(member.list(), now(), member.id()));
        }
        if (changed instanceof Subscriber.Pending request && isAskedAnew(seen, request)) {
            reminder(request).ifPresent(tasks::add);
        }
        return tasks;
    }

    /** Whether they become a member by confirming, and are yet to be welcomed. */
    private static boolean joins(Subscriber seen, Subscriber.Confirmed member) {
        return (seen instanceof Subscriber.Applied || seen instanceof Subscriber.Pending)
                && member.consent() instanceof Consent.DoubleOptIn && !member.greeted();
    }

    /** Whether the provider may still send nothing to them. */
    private static boolean wasStopped(Subscriber seen) {
        return switch (seen) {
            case Subscriber.Pending request -> wasStopped(request.past());
            case Subscriber.Applied applied -> wasStopped(applied.past());
            case Subscriber.Gone gone -> wasStopped(gone);
            case Subscriber.Confirmed _ -> false;
        };
    }

    private static boolean wasStopped(Subscriber.Pending.Past past) {
        return past instanceof Subscriber.Pending.Past.FormerMember(var gone) && wasStopped(gone);
    }

    private static boolean wasStopped(Subscriber.Gone gone) {
        return switch (gone) {
            case Subscriber.Suppressed _ -> true;
            case Subscriber.Removed removed -> removed.by() instanceof Actor.Service;
            case Subscriber.Left _,Subscriber.Moved _,Subscriber.Forgotten _ -> false;
        };
    }

    /** What is to be done because this member has another address, and another key by that. */
    public List<NoteTask> moved(Subscriber.Confirmed seen, Subscriber.Confirmed moved) {
        return wanted(moved).equals(Notification.none()) ? List.of() : List.of(follow(seen), follow(moved));
    }

    /** What is to be done because this subscriber is there no more. */
    public Optional<NoteTask> gone(Subscriber seen) {
        return wish(seen);
    }

    /** A further link for the same request, such as that of the reminder itself, is nothing to remind of. */
    private static boolean isAskedAnew(Subscriber seen, Subscriber.Pending request) {
        return !(seen instanceof Subscriber.Pending earlier && earlier.requested().equals(request.requested()));
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
            case Subscriber.Applied _ -> Notification.none();
            case Subscriber.Gone _ -> Notification.none();
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
