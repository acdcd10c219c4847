package org.clubpost.core.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Tells people what becomes of their posts. The author learns that a post is waiting and can be taken back. The owners
 * learn that a post is stuck. Anyone who wants a report learns that a post is done or was stopped.
 *
 * <p>The post's state says that they know only after they have been told. So the next run makes up for one that died,
 * and at worst somebody is told twice.
 */
public final class Tell {

    /** How long a notice is left alone when the provider did not take it, or when the process died while sending it. */
    static final RateLimits.Limit AGAIN = new RateLimits.Limit(RateLimits.Kind.POST_NOTICE, 1,
            Duration.ofHours(1));
    /** The same for a notice that is useful for only a few minutes. */
    private static final RateLimits.Limit SOON = new RateLimits.Limit(RateLimits.Kind.POST_NOTICE, 1,
            Duration.ofMinutes(5));
    private static final RateLimits.Limit DAILY = new RateLimits.Limit(RateLimits.Kind.POST_NOTICE, 1,
            Duration.ofDays(1));

    private final Posts posts;
    private final Ranges ranges;
    private final Reports reports;
    private final Way way;
    private final InstantSource clock;

    /**
     * How people are reached.
     *
     * @param notices the way to them
     * @param limits keeps them from being flooded
     * @param links what they can do about it
     * @param owners the way to owners
     */
    public record Way(Notices notices, RateLimits limits, CancelLinks links, Owners owners) {}

    /** Tells about these posts. */
    public Tell(Posts posts, Ranges ranges, Subscribers subscribers, Way way, InstantSource clock) {
        this.posts = posts;
        this.ranges = ranges;
        this.reports = new Reports(posts, ranges, subscribers, way, clock);
        this.way = way;
        this.clock = clock;
    }

    /**
     * Tells what there is to tell about the post, if anything. May be called any number of times.
     *
     * @return whether somebody was told, or no longer needs to be
     * @throws org.clubpost.core.UnavailableException when a port failed; another call makes up for it after a while
     */
    public boolean about(MailingList list, Post post) {
        return switch (post.state()) {
            case PostState.Waiting waiting when isUntold(post, waiting) -> tellWaiting(list, post, waiting);
            case PostState.Parked parked when parked.isNews() -> tellStuck(list, post, parked);
            case PostState.Received received when received.isNews() -> tellSetAside(list, post, received);
            case PostState.Done done when !done.reported() -> reports.of(list, post, done);
            case PostState.Cancelled cancelled when !cancelled.reported() -> reports.of(list, post, cancelled);
            case PostState.Received _ -> false;
            case PostState.Held _ -> false;
            case PostState.Rejected _ -> false;
            case PostState.Discarded _ -> false;
            case PostState.Waiting _ -> false;
            case PostState.Sending _ -> false;
            case PostState.Paused _ -> false;
            case PostState.Parked _ -> false;
            case PostState.Resumed _ -> false;
            case PostState.Cancelled _ -> false;
            case PostState.Done _ -> false;
        };
    }

    private static boolean isUntold(Post post, PostState.Waiting waiting) {
        return waiting.cancel().isEmpty() && !post.parties().poster().isEmpty();
    }

    private boolean tellWaiting(MailingList list, Post post, PostState.Waiting waiting) {
        if (!allow(SOON, "waiting", post)) {
            return false;
        }
        for (var poster : post.parties().poster()) {
            way.notices().send(new PostNotice.PostWaiting(list, poster, post.headline().subject(), waiting.until(),
                    way.links().of(post.id())));
        }
        return posts.replace(post, post.with(waiting.asTold(way.links().digest(post.id()))));
    }

    /** Stops a post about which nobody has decided; its report says so. */
    boolean giveUp(Post post) {
        return posts.replace(post, post.with(
                new PostState.Cancelled(DeliveryRange.tally(ranges.of(post.id())), now(), false)));
    }

    /** The provider takes nothing of it, however often it is tried: its owners and its author decide. */
    private boolean tellUndecided(MailingList list, Post post, PostState.Parked parked) {
        if (!allow(AGAIN, "undecided", post)) {
            return false;
        }
        sendStuck(list, post, parked);
        for (var poster : post.parties().poster()) {
            way.notices().send(new PostNotice.PostUndecided(list, poster, post.headline().subject(), parked.reason(),
                    parked.until(), way.links().of(post.id())));
        }
        return posts.replace(post, post.with(parked.asTold()));
    }

    private boolean tellStuck(MailingList list, Post post, PostState.Parked parked) {
        if (parked.isUndecided()) {
            return tellUndecided(list, post, parked);
        }
        // The post was parked again on a day on which the owners were told already: they know.
        if (!way.limits().isReached(DAILY, key("stuck today", post), now())) {
            // The count is for the post and not for this stop, because a provider that takes nothing from us parks the
            // post anew every few minutes.
            if (!allow(AGAIN, "stuck", post)) {
                return false;
            }
            sendStuck(list, post, parked);
            // This is counted only now, so that a notice that was not taken is tried again.
            allow(DAILY, "stuck today", post);
        }
        return posts.replace(post, post.with(parked.asTold()));
    }

    private boolean tellSetAside(MailingList list, Post post, PostState.Received received) {
        if (!allow(AGAIN, "set aside", post)) {
            return false;
        }
        for (var owner : list.people().owners()) {
            way.notices().send(new PostNotice.PostStuck(list, owner, post.headline().subject(), post.id().value(),
                    PostNotice.PostStuck.Cause.SET_ASIDE, received.reason(), post.id().storedAt()));
        }
        return posts.replace(post, post.with(received.asTold()));
    }

    private void sendStuck(MailingList list, Post post, PostState.Parked parked) {
        var cause = switch (parked.cause()) {
            case BLOCKED -> PostNotice.PostStuck.Cause.BLOCKED;
            case UNDECIDED -> PostNotice.PostStuck.Cause.UNDECIDED;
            case FAULT, DAY_SPENT, LIMITED, LIST_STOPPED -> PostNotice.PostStuck.Cause.FAULT;
        };
        for (var owner : list.people().owners()) {
            way.notices()
                    .send(new PostNotice.PostStuck(list, owner, post.headline().subject(), post.id().value(), cause,
                            parked.reason(), parked.until()));
        }
    }

    private boolean allow(RateLimits.Limit limit, String what, Post post) {
        return way.limits().allow(limit, key(what, post), now());
    }

    private static String key(String what, Post post) {
        return "tell " + what + " " + post.id().value();
    }

    private Instant now() {
        return clock.instant();
    }
}
