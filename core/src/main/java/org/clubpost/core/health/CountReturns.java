package org.clubpost.core.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.feedback.FeedbackCounts;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;

/**
 * Counts what came back on the post that it was a copy of, and has the list and the post looked after. Each member counts
 * once for a post, so it makes no difference how often something is told, or that a mail system first says that it
 * waits and then that it gives up.
 */
public final class CountReturns implements FeedbackCounts {

    /** How long after its end a post is reported on once more. */
    public static final Duration DAY = Duration.ofDays(1);

    private final Returns returns;
    private final Posts posts;
    private final NoteTasks tasks;
    private final InstantSource clock;

    /** Counts there. */
    public CountReturns(Returns returns, Posts posts, NoteTasks tasks, InstantSource clock) {
        this.returns = returns;
        this.posts = posts;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void count(Trace.Marked trace, Feedback feedback) {
        var ticks = ticks(feedback.what());
        if (ticks.isEmpty() || trace.purpose() != Trace.Purpose.COPY) {
            return;
        }
        trace.post().flatMap(posts::find).filter(post -> post.list().equals(trace.list())).ifPresent(post -> {
            var now = clock.instant();
            for (var tick : ticks) {
                returns.count(post.list(), post.id(), trace.subscriber(), tick, now);
            }
            // Also when all was counted before: whoever counted it may have died before this line.
            follow(post, now);
        });
    }

    private static List<Tick> ticks(Returned what) {
        return switch (what) {
            case Returned.Complaint(var kind, _) -> kind == Returned.Complaint.Kind.NOT_SPAM
                    ? List.of()
                    : List.of(new Tick.Complained());
            case Returned.Bounce(_, var reason, _, _) when reason == BounceReason.VACATION -> List.of();
            case Returned.Bounce(var lasting, var reason, _, _) -> lasting == Lasting.PERMANENT
                    && reason != BounceReason.SUPPRESSED
                            ? List.of(new Tick.Bounced(reason), new Tick.Refused())
                            : List.of(new Tick.Bounced(reason));
        };
    }

    /** At most once a minute for a list, and once for a post. */
    private void follow(Post post, Instant now) {
        tasks.add(List.of(new NoteTask.CheckHealth(post.list(), now.truncatedTo(ChronoUnit.MINUTES)
                .plus(1, ChronoUnit.MINUTES))));
        var due = due(post);
        if (now.isBefore(due) || end(post.state()).isEmpty()) {
            tasks.add(List.of(new NoteTask.ReportReturns(post.list(), due, post.id())));
        }
    }

    /**
     * The end of a post that went out.
     *
     * @param at when
     * @param sent how many copies had been sent by then
     */
    public record End(Instant at, long sent) {}

    /** The end of a post that is in that state, if it went out and does not any more. */
    public static Optional<End> end(PostState state) {
        return switch (state) {
            case PostState.Done done -> Optional.of(new End(done.at(), done.tally().sent()));
            case PostState.Cancelled cancelled -> Optional.of(new End(cancelled.at(), cancelled.tally().sent()));
            case PostState.Received _,PostState.Held _,PostState.Rejected _,PostState.Discarded _,PostState.Waiting _,PostState.Sending _,PostState.Paused _,PostState.Parked _,PostState.Resumed _ ->
                Optional.empty();
        };
    }

    /** A day after it ended, or came in if it still goes out. It is looked at then, and may take longer. */
    private static Instant due(Post post) {
        return end(post.state()).map(End::at).orElseGet(() -> post.id().storedAt()).plus(DAY)
                .truncatedTo(ChronoUnit.MILLIS);
    }
}
