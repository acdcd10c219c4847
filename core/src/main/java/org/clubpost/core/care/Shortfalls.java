package org.clubpost.core.care;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.notice.PostNotice.PostReport.Kind;
import org.clubpost.core.notice.PostNotice.PostReport.Shortfall;
import org.clubpost.core.post.PostId;
import org.clubpost.core.reason.Reason;

/** Why copies of a post did not go out, for its report: the most frequent reason first, without naming anybody. */
final class Shortfalls {

    /** How many different reasons a report names; the rest are counted together. */
    private static final int MOST_REASONS = 10;

    private Shortfalls() {}

    /** For a post that is done: everybody had their turn. */
    static List<Shortfall> ofDone(Ranges ranges, PostId id) {
        return count(ranges, id, failure -> kind(failure, Kind.GIVEN_UP));
    }

    /** For a post that was stopped. A copy that was put off, however often, gets no further try. */
    static List<Shortfall> ofStopped(Ranges ranges, PostId id) {
        return count(ranges, id, failure -> kind(failure, Kind.CUT_SHORT));
    }

    private static Kind kind(Failure failure, Kind open) {
        return switch (failure.kind()) {
            case REFUSED -> Kind.REFUSED;
            case MAYBE_SENT -> Kind.MAYBE_SENT;
            case LATER, WANTED -> open;
        };
    }

    private static List<Shortfall> count(Ranges ranges, PostId id, Function<Failure, Kind> kinds) {
        var counts = new LinkedHashMap<Shortfall, Long>();
        try (var failures = ranges.failures(id)) {
            failures.forEach(failure -> {
                var kind = kinds.apply(failure);
                var named = new Shortfall(kind, failure.reason(), 0);
                counts.merge(counts.containsKey(named) || counts.size() < MOST_REASONS
                        ? named
                        : new Shortfall(kind, Reason.of(Reason.Cause.OTHERS), 0), 1L, Long::sum);
            });
        }
        var all = new ArrayList<Map.Entry<Shortfall, Long>>(counts.entrySet());
        all.sort(Map.Entry.<Shortfall, Long>comparingByValue().reversed());
        return all.stream().map(each -> each.getKey().times(each.getValue())).toList();
    }
}
