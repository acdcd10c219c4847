package org.clubpost.core.delivery.range;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import org.clubpost.core.post.Tally;
import org.clubpost.core.secret.SubscriberId;

/**
 * How far the delivery of a post has come. It is computed from the ranges' cursors, because keys are spread evenly. So
 * nobody has to be counted, and neither a restart nor people who join or leave confuse it.
 *
 * @param share the share of the members who had their first turn, from 0 to 1
 * @param tally what became of them
 */
public record DeliveryProgress(double share, Tally tally) {

    /** An unfinished range never counts as a finished one. */
    private static final double NEARLY_ALL = 0.9999;

    /** The progress of a post with these ranges; there are none before it is planned. */
    public static DeliveryProgress of(List<DeliveryRange> ranges) {
        var share = ranges.stream().filter(range -> !range.ref().isSecondChances()).mapToDouble(DeliveryProgress::share)
                .average().orElse(0);
        return new DeliveryProgress(share, DeliveryRange.tally(ranges));
    }

    private static double share(DeliveryRange range) {
        return switch (range.progress()) {
            case DeliveryRange.Progress.Finished _ -> 1;
            case DeliveryRange.Progress.Open(var next, _) -> {
                var first = number(range.slice().first());
                var all = new BigDecimal(number(range.slice().last()).subtract(first).add(BigInteger.ONE));
                var share = new BigDecimal(number(next).subtract(first)).divide(all, MathContext.DECIMAL64);
                yield Math.min(share.doubleValue(), NEARLY_ALL);
            }
        };
    }

    private static BigInteger number(SubscriberId id) {
        return new BigInteger(id.hex(), 16);
    }

    /** The share in whole hundredths; 100 only when every first turn is over. */
    public int percent() {
        return (int) (share * 100);
    }

    /** About how many members have not had their first turn; 0 as long as that is not known. */
    public long left() {
        var had = tally.sent() + tally.failed();
        return share == 0 ? 0 : Math.round(had * (1 - share) / share);
    }
}
