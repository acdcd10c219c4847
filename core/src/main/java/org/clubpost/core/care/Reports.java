package org.clubpost.core.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.notice.PostNotice.PostReport.Result;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Reports what became of a post that is done or was stopped. A report goes the way of the post. So if the provider takes
 * nothing, it is tried again, for longer than a post rests. Whoever has it does not get it again for the sake of others.
 */
final class Reports {

    /** How often a report is tried in a day. */
    private static final RateLimits.Limit TRIES = new RateLimits.Limit(RateLimits.Kind.POST_REPORT, 5,
            Duration.ofDays(1));
    private static final RateLimits.Limit ONCE = new RateLimits.Limit(RateLimits.Kind.POST_REPORT, 1,
            Duration.ofDays(30));
    /** After this time a report that nobody took is given up. */
    private static final Duration KEPT = Duration.ofDays(7);
    /** How long after its stop a post is reported. By then most copies that were under way are counted. */
    private static final Duration LULL = Duration.ofMinutes(1);

    private final Posts posts;
    private final Ranges ranges;
    private final Readers readers;
    private final Tell.Way way;
    private final InstantSource clock;

    Reports(Posts posts, Ranges ranges, Subscribers subscribers, Tell.Way way, InstantSource clock) {
        this.posts = posts;
        this.ranges = ranges;
        this.readers = new Readers(subscribers);
        this.way = way;
        this.clock = clock;
    }

    /** Whether the post is reported now. */
    boolean of(MailingList list, Post post, PostState.Done done) {
        return report(list, post, done.at(),
                () -> new Result.Done(done.tally().sent(), Duration.between(done.since(), done.at()),
                        Shortfalls.ofDone(ranges, post.id())))
                && posts.replace(post, post.with(done.asReported()));
    }

    /** Whether the post is reported now. */
    boolean of(MailingList list, Post post, PostState.Cancelled cancelled) {
        var all = ranges.of(post.id());
        if (!all.isEmpty() && clock.instant().isBefore(cancelled.at().plus(LULL))) {
            return false;
        }
        var tally = DeliveryRange.tally(all);
        return report(list, post, cancelled.at(),
                () -> all.isEmpty()
                        ? new Result.NotSent(cancelled.at())
                        : new Result.Stopped(cancelled.at(), tally.sent(), Shortfalls.ofStopped(ranges, post.id())))
                && posts.replace(post, post.with(cancelled.asReported(tally)));
    }

    /** Whether everybody who is to get the report of what ended at that time has it, or no longer needs it. */
    private boolean report(MailingList list, Post post, Instant end, Supplier<Result> result) {
        var readers = this.readers.of(list, post);
        var now = clock.instant();
        if (readers.isEmpty() || now.isAfter(end.plus(KEPT))) {
            return true;
        }
        var limits = way.limits();
        if (!limits.allow(Tell.AGAIN, "tell report " + end + " " + post.id().value(), now)
                || !limits.allow(TRIES, "tell report " + post.id().value(), now)) {
            return false;
        }
        var known = result.get();
        for (var reader : readers) {
            var key = "told report " + end + " " + post.id().value() + " "
                    + way.links().ids().of(reader.address()).hex();
            if (!limits.isReached(ONCE, key, now)) {
                way.notices().send(new PostNotice.PostReport(list, reader.address(), reader.language(), reader.role(),
                        post.headline().subject(), known));
                limits.allow(ONCE, key, now);
            }
        }
        return true;
    }
}
