package org.clubpost.core.post;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Slice;

/** Posts and their ranges for tests. */
public final class SamplePosts {

    private SamplePosts() {}

    /** A post of {@link FixedClock#START} that was just taken in. Every call gives another. */
    public static Post aPost(ListId list) {
        return aPost(list, FixedClock.START);
    }

    /** A post that was just taken in at that time. Every call gives another. */
    public static Post aPost(ListId list, Instant storedAt) {
        var mail = MailKey.inbound(list, UUID.randomUUID().toString());
        return Post.unread(PostId.of(storedAt, mail), list, mail);
    }

    /** Every state that a post can have. */
    public static Stream<PostState> everyState(PostId id) {
        return Stream.of(new PostState.Received(), new PostState.Received(0, Optional.of(FixedClock.START), false),
                new PostState.Received(2, Optional.of(FixedClock.START.plusSeconds(1)), false),
                new PostState.Received(3, Optional.empty(), true),
                held("Wartet auf die Vorständin – „Prüfung“"),
                held(Reason.of(Reason.Cause.MAY_NOT_POST)),
                new PostState.Rejected(Reason.of(Reason.Cause.REFUSED_BY_OWNERS_BECAUSE, "Falsche Liste – „Markt“")),
                new PostState.Discarded(Reason.quoted("a loop")),
                aSending(id, 64),
                new PostState.Done(new Tally(5_000_000_000L, 3), FixedClock.START.plusMillis(1),
                        FixedClock.START.plus(Duration.ofHours(30)), false),
                new PostState.Done(Tally.NONE, FixedClock.START, FixedClock.START.plusNanos(7), true),
                new PostState.Waiting(id.preparedMail(), PostState.Waiting.Why.UNDO,
                        FixedClock.START.plusNanos(3), List.of(SampleSubscribers.aDigest('a'))),
                new PostState.Waiting(id.preparedMail(), PostState.Waiting.Why.QUIET_HOURS,
                        FixedClock.START.plus(Duration.ofHours(9)), List.of()),
                new PostState.Paused(aSending(id, 2), FixedClock.START.plusNanos(5)),
                new PostState.Parked(aSending(id, 4), PostState.Parked.Cause.BLOCKED, Reason.quoted("SES: „paused“"),
                        FixedClock.START.plus(Duration.ofHours(1)), true),
                new PostState.Parked(aSending(id, 4), PostState.Parked.Cause.BLOCKED,
                        Reason.of(Reason.Cause.SES_WORDS, "AccountSuspendedException", "„Paused“"),
                        FixedClock.START.plus(Duration.ofHours(1)), true),
                new PostState.Parked(aSending(id, 4).with(new PostState.Rests(2, 5_000_000_000L)),
                        PostState.Parked.Cause.LIMITED, Reason.of(Reason.Cause.SENDER_LIMITED, "550 5.4.5"),
                        FixedClock.START.plus(Duration.ofHours(4)), false),
                new PostState.Parked(aSending(id, 4).with(new PostState.Rests(4, 0)),
                        PostState.Parked.Cause.UNDECIDED, Reason.of(Reason.Cause.SENDER_LIMITED, "554"),
                        FixedClock.START.plus(Duration.ofDays(30)), true),
                PostState.Parked.withList(aSending(id, 2), FixedClock.START),
                aSending(id, 4).with(new PostState.Rests(1, 17)),
                new PostState.Paused(aSending(id, 4).with(new PostState.Rests(1, 18)), FixedClock.START),
                new PostState.Resumed(aSending(id, 4).with(new PostState.Rests(3, 19)), FixedClock.START),
                new PostState.Resumed(aSending(id, 8), FixedClock.START.plus(Duration.ofMinutes(5))),
                new PostState.Cancelled(new Tally(17, 2), FixedClock.START.plusNanos(11), false),
                new PostState.Cancelled(new Tally(18, 3), FixedClock.START.plusNanos(13), true),
                new PostState.Held(Reason.of(Reason.Cause.AUTHOR_TO_CONFIRM), PostState.Held.Decider.AUTHOR,
                        List.of(SampleSubscribers.aDigest('d'), SampleSubscribers.aDigest('1')), true,
                        FixedClock.START.plusNanos(1_000_001)));
    }

    /** The state of a post that waits for the owners, who were not told yet. */
    public static PostState.Held held(String words) {
        return held(Reason.quoted(words));
    }

    private static PostState.Held held(Reason reason) {
        return new PostState.Held(reason, PostState.Held.Decider.OWNERS, List.of(), false,
                FixedClock.START.plus(Duration.ofDays(14)));
    }

    /** The state of a post that goes out in so many ranges. */
    public static PostState.Sending aSending(PostId id, int ranges) {
        return new PostState.Sending(id.preparedMail(), ranges, FixedClock.START.plusNanos(123_456_789));
    }

    /** The fresh ranges of a post whose members are cut into 2<sup>bits</sup>. */
    public static List<DeliveryRange> freshRanges(Post post, int bits) {
        var ranges = new ArrayList<DeliveryRange>();
        for (var slice : Slice.cut(bits)) {
            ranges.add(DeliveryRange.fresh(new RangeRef(post.list(), post.id(), ranges.size()), slice));
        }
        return ranges;
    }

    /** A range that somebody may be left in, with nobody served ahead. */
    public static DeliveryRange.Progress.Open open(String digits) {
        return new DeliveryRange.Progress.Open(SampleSubscribers.aKey(digits), Set.of());
    }
}
