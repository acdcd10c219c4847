package org.clubpost.core.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberId;

/**
 * The last posts of a list and what came back of them: those of {@value #DAYS} days, and more until there are {@value
 * #COPIES} copies. Whatever a list is like, it reads a bounded number of things.
 *
 * @param posts the posts
 * @param ranges how far they have come
 * @param returns what came back
 */
public record LastPosts(Posts posts, Ranges ranges, Returns returns) {

    static final int COPIES = 1_000;
    static final int DAYS = 30;
    /** So many posts are looked at, however many were never sent. */
    private static final int LOOKED_AT = 500;
    /** So many posts count. */
    private static final int MOST = 100;
    /** So many copies may be out that are not counted yet. */
    private static final int UNDER_WAY = 1_000;

    /** A post that went out, at least in part. */
    private record Sent(PostId id, Instant begun, Optional<Instant> ended, long copies, boolean isGrowing) {

        /** Whether a part of it may have gone out before that time, and a part after it. */
        boolean isAround(Instant time) {
            return !begun.isAfter(time);
        }

        boolean isOver(Instant time) {
            return ended.filter(end -> !end.isAfter(time)).isPresent();
        }
    }

    /** What to think of the list by its last posts. */
    public Verdict verdict(ListId list, Instant now) {
        return verdict(returns.health(list).orElseGet(() -> ListHealth.good(list)), now);
    }

    /** The same for a list that is so. */
    Verdict verdict(ListHealth health, Instant now) {
        var sent = last(health, now);
        if (sent.isEmpty()) {
            return new Verdict(Toll.NONE, 0, 0, false);
        }
        var counts = counts(health.list(), sent.getLast().id());
        var around = sent.stream().filter(post -> post.isAround(health.released())).toList();
        var later = sent.stream().filter(post -> !post.isAround(health.released())).toList();
        var rest = toll(around, counts).minus(health.before());
        return new Verdict(toll(later, counts).plus(rest),
                rest.refused() + members(later, counts, Tick.Kind.REFUSED, PostCounts::refused),
                rest.complaints() + members(later, counts, Tick.Kind.COMPLAINED, PostCounts::complaints),
                sent.stream().anyMatch(Sent::isGrowing));
    }

    /** What has come back of the posts that are under way, so that it is known when they go on. */
    public Toll underWay(ListId list) {
        var sent = new ArrayList<Sent>();
        try (var unsettled = posts.unsettled(list)) {
            unsettled.limit(LOOKED_AT).flatMap(this::sent).filter(post -> post.ended().isEmpty()).limit(MOST)
                    .forEach(sent::add);
        }
        return sent.isEmpty() ? Toll.NONE : toll(sent, counts(list, sent.getFirst().id()));
    }

    private Map<PostId, PostCounts> counts(ListId list, PostId oldest) {
        return returns.since(list, oldest).stream().collect(Collectors.toMap(PostCounts::post, Function.identity()));
    }

    private static Toll toll(List<Sent> sent, Map<PostId, PostCounts> counts) {
        return sent.stream().map(post -> {
            var back = counts.getOrDefault(post.id(), PostCounts.none(post.id()));
            return new Toll(post.copies(), back.refused(), back.complaints());
        }).reduce(Toll.NONE, Toll::plus);
    }

    /** How many different members count, as far as it matters. */
    private long members(List<Sent> sent, Map<PostId, PostCounts> counts, Tick.Kind kind,
            ToLongFunction<PostCounts> number) {
        var members = new HashSet<SubscriberId>();
        for (var post : sent) {
            var back = counts.getOrDefault(post.id(), PostCounts.none(post.id()));
            if (number.applyAsLong(back) > 0 && members.size() < Verdict.ENOUGH) {
                members.addAll(returns.members(post.id(), kind, Verdict.ENOUGH));
            }
        }
        return members.size();
    }

    /** Newest first. */
    private List<Sent> last(ListHealth health, Instant now) {
        var last = new ArrayList<Sent>();
        var copies = 0L;
        try (var all = posts.of(health.list())) {
            var left = all.limit(LOOKED_AT).flatMap(this::sent).filter(post -> !post.isOver(health.released()))
                    .limit(MOST).iterator();
            while (left.hasNext()) {
                var post = left.next();
                if (copies >= COPIES && post.id().storedAt().isBefore(now.minus(Duration.ofDays(DAYS)))) {
                    return last;
                }
                last.add(post);
                copies += post.copies();
            }
        }
        return last;
    }

    private Stream<Sent> sent(Post post) {
        return switch (post.state()) {
            case PostState.Done(var tally, var since, var at, _) ->
                Stream.of(new Sent(post.id(), since, Optional.of(at), tally.sent(), false));
            case PostState.Cancelled(var tally, var at, _) -> tally.sent() == 0
                    ? Stream.of()
                    : Stream.of(new Sent(post.id(), post.id().storedAt(), Optional.of(at), tally.sent(), false));
            case PostState.Sending sending -> Stream.of(sent(post.id(), sending, true));
            case PostState.Resumed(var sending, _) -> Stream.of(sent(post.id(), sending, true));
            case PostState.Paused(var sending, _) -> Stream.of(sent(post.id(), sending, false));
            case PostState.Parked parked -> Stream.of(sent(post.id(), parked.sending(), false));
            case PostState.Received _,PostState.Held _,PostState.Rejected _,PostState.Discarded _,PostState.Waiting _ ->
                Stream.of();
        };
    }

    /** A bounce may be quicker than the note of its copy, so a few more count as long as the post goes out. */
    private Sent sent(PostId id, PostState.Sending sending, boolean isGrowing) {
        return new Sent(id, sending.since(), Optional.empty(),
                DeliveryRange.tally(ranges.of(id)).sent() + (isGrowing ? UNDER_WAY : 0), isGrowing);
    }
}
