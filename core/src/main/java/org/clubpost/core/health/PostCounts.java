package org.clubpost.core.health;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.post.PostId;
import org.clubpost.core.suppression.Blame;
import org.clubpost.core.suppression.BounceReason;

/**
 * What came back of one post. Each member counts once.
 *
 * @param post the post
 * @param bounces from how many members it came back, for now or for good, by the reason that was told first
 * @param refused from how many it came back for good
 * @param complaints how many complained of it
 */
public record PostCounts(PostId post, Map<BounceReason, Long> bounces, long refused, long complaints) {

    /** Copies the numbers. */
    public PostCounts {
        bounces = Map.copyOf(bounces);
    }

    /** Nothing came back. */
    public static PostCounts none(PostId post) {
        return new PostCounts(post, Map.of(), 0, 0);
    }

    /** The counts of a post by the names of the numbers ({@link Tick#counter}). Names that nobody knows are ignored. */
    public static PostCounts of(PostId post, Map<String, Long> numbers) {
        var bounces = new EnumMap<BounceReason, Long>(BounceReason.class);
        numbers.forEach((name, number) -> BounceReason.parse(name).ifPresent(reason -> bounces.put(reason, number)));
        return new PostCounts(post, bounces, numbers.getOrDefault(Tick.Kind.REFUSED.name(), 0L),
                numbers.getOrDefault(Tick.Kind.COMPLAINED.name(), 0L));
    }

    /** From how many members it came back. */
    public long bounced() {
        return bounces.values().stream().mapToLong(Long::longValue).sum();
    }

    /** From how many it came back for a reason that has that cause. */
    public long bounced(Blame blame) {
        return bounces.entrySet().stream().filter(each -> each.getKey().blame() == blame)
                .mapToLong(Map.Entry::getValue).sum();
    }

    /** The reasons with their numbers, the most frequent first. */
    public List<Map.Entry<BounceReason, Long>> byNumber() {
        return bounces.entrySet().stream().sorted(Map.Entry.<BounceReason, Long>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).toList();
    }

    /** Whether anything came back at all. */
    public boolean isNothing() {
        return bounced() == 0 && complaints == 0;
    }
}
