package org.clubpost.mail.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.suppression.BounceReason;

/** What an enhanced status code says by itself: {@code codes.rules}. */
final class StatusMeanings {

    private static final Map<String, BounceReason> SINGLE = new HashMap<>();
    private static final List<Range> RANGES = new ArrayList<>();

    static {
        Rules.of("codes.rules").forEach(rule -> {
            var reason = BounceReason.parse(rule.value()).orElseThrow();
            int dash = rule.key().indexOf('-');
            if (dash < 0) {
                SINGLE.put(rule.key(), reason);
            } else {
                int dot = rule.key().lastIndexOf('.');
                RANGES.add(new Range(rule.key().substring(0, dot + 1),
                        Integer.parseInt(rule.key(), dot + 1, dash, 10),
                        Integer.parseInt(rule.key(), dash + 1, rule.key().length(), 10), reason));
            }
        });
    }

    private StatusMeanings() {}

    private record Range(String before, int first, int last, BounceReason reason) {

        boolean holds(String code) {
            if (!code.startsWith(before)) {
                return false;
            }
            int detail = Integer.parseInt(code, before.length(), code.length(), 10);
            return detail >= first && detail <= last;
        }
    }

    /** What the code says; empty when it says no more than its class. */
    static Optional<BounceReason> of(String status) {
        return Optional.ofNullable(SINGLE.get(status))
                .or(() -> RANGES.stream().filter(range -> range.holds(status)).map(Range::reason).findFirst());
    }
}
