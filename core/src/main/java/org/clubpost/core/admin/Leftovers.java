package org.clubpost.core.admin;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.care.Control;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.note.Errand;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscriber.WayBack;

/**
 * What a removed list leaves on record ({@link Lists#remove}), when a new list gets its name. The records stay, so that
 * nobody who had left is brought back by accident. What was still open ends, so that no link and no task of the old list
 * does anything on the new one.
 *
 * @param ports where it is kept
 * @param clock the time
 */
public record Leftovers(Ports ports, InstantSource clock) {

    private static final int AT_ONCE = 500;

    /**
     * Where it is kept.
     *
     * @param lists the lists
     * @param deleted those that were deleted and can come back
     * @param subscribers who is and was on them
     * @param posts the posts
     * @param ranges the ranges of those
     * @param log has the invitations
     * @param tasks what is owed
     */
    public record Ports(Lists lists, DeletedLists deleted, Subscribers subscribers, Posts posts, Ranges ranges,
            ActLog log, NoteTasks tasks) {}

    /** Whether anything is on record of a list of that name. */
    boolean areOf(ListId list) {
        try (var posts = ports.posts().of(list); var people = ports.subscribers().all(list)) {
            return !ports.log().of(list, Optional.empty(), 1, clock.instant()).isEmpty()
                    || posts.findFirst().isPresent() || people.findFirst().isPresent();
        }
    }

    /**
     * Ends what is open of a list that was removed. May be repeated, and does nothing about a list that is there, or can
     * come back.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    void end(ListId list) {
        if (ports.lists().find(list).isPresent() || ports.deleted().find(list).isPresent()) {
            return;
        }
        endInvitations(list);
        endErrands(list);
        endPosts(list);
        endPeople(list);
    }

    private void endInvitations(ListId list) {
        var now = clock.instant();
        var oldest = now.minus(Invitation.VALID);
        var before = Optional.<EntryId>empty();
        List<LogEntry> page;
        do {
            page = ports.log().of(list, before, AT_ONCE, now);
            page.stream().flatMap(entry -> Invitation.of(entry).stream()).filter(each -> each.isOpen(now))
                    .forEach(each -> KeepPeople.end(ports.log(), each, Invitation.State.WITHDRAWN, now));
            before = page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().id());
        } while (before.filter(last -> last.time().isAfter(oldest)).isPresent());
    }

    private void endErrands(ListId list) {
        ports.tasks().remove(ports.tasks().due(clock.instant(), AT_ONCE).stream()
                .filter(task -> task instanceof Errand && task.list().equals(list)).toList());
    }

    private void endPosts(ListId list) {
        List<Post> open;
        try (var posts = ports.posts().unsettled(list)) {
            open = posts.toList();
        }
        var control = new Control(ports.posts(), ports.ranges(), clock);
        for (var post : open) {
            control.cancel(post.id());
            Attempts.until(ports.posts(), () -> ports.posts().find(post.id())
                    .map(found -> found.with(ended(found.state())).equals(found)
                            || ports.posts().replace(found, found.with(ended(found.state())))
                                    ? Optional.of(true)
                                    : Optional.<Boolean>empty())
                    .orElseGet(() -> Optional.of(true)));
        }
    }

    private static PostState ended(PostState state) {
        return switch (state) {
            case PostState.Received _,PostState.Held _ -> new PostState.Discarded(Reason.of(Reason.Cause.NO_LIST));
            case PostState.Cancelled cancelled -> cancelled.asReported(cancelled.tally());
            case PostState.Done done -> done.asReported();
            case PostState.Rejected _,PostState.Discarded _,PostState.Waiting _,PostState.Sending _,PostState.Paused _,PostState.Parked _,PostState.Resumed _ ->
                state;
        };
    }

    private void endPeople(ListId list) {
        var open = new ArrayList<SubscriberId>();
        try (var people = ports.subscribers().all(list)) {
            people.filter(Leftovers::isOpen).map(Subscriber::id).forEach(open::add);
        }
        open.forEach(
                id -> Attempts.until(ports.subscribers(), () -> end(list, id) ? Optional.of(true) : Optional.empty()));
    }

    private static boolean isOpen(Subscriber person) {
        return switch (person) {
            case Subscriber.Pending _,Subscriber.Applied _,Subscriber.Suppressed _ -> true;
            case Subscriber.Left left -> left.back() instanceof WayBack.Open;
            case Subscriber.Removed removed -> removed.back() instanceof WayBack.Open;
            case Subscriber.Confirmed _,Subscriber.Moved _,Subscriber.Forgotten _ -> false;
        };
    }

    private boolean end(ListId list, SubscriberId id) {
        var found = ports.subscribers().find(list, id);
        if (found.isEmpty()) {
            return true;
        }
        var seen = found.get();
        return switch (seen.subscriber()) {
            case Subscriber.Pending request -> end(seen, request.past());
            case Subscriber.Applied applied -> end(seen, applied.past());
            case Subscriber.Gone gone -> ended(gone).equals(gone) || ports.subscribers().replace(seen, ended(gone));
            case Subscriber.Confirmed _ -> true;
        };
    }

    private boolean end(Stored seen, Subscriber.Pending.Past past) {
        return past.ended().map(gone -> ports.subscribers().replace(seen, ended(gone)))
                .orElseGet(() -> ports.subscribers().remove(seen));
    }

    /** The link that leads back from a stop names its time. */
    private Subscriber.Gone ended(Subscriber.Gone gone) {
        return switch (gone) {
            case Subscriber.Left left -> left.with(new WayBack.Closed());
            case Subscriber.Removed removed -> removed.with(new WayBack.Closed());
            case Subscriber.Suppressed stopped -> new Subscriber.Suppressed(stopped.list(), stopped.person(),
                    stopped.consent(), stopped.why(), clock.instant().truncatedTo(ChronoUnit.MILLIS), stopped.kept());
            case Subscriber.Moved _,Subscriber.Forgotten _ -> gone;
        };
    }
}
