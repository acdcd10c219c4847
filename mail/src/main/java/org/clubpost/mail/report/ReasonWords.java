package org.clubpost.mail.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.suppression.BounceReason;

/** Which words stand for which reason: a file of {@code reasons} for each. */
final class ReasonWords {

    private static final String NOT = "! ";

    private static final Map<BounceReason, ReasonWords> ALL = new EnumMap<>(BounceReason.class);

    static {
        for (var reason : BounceReason.values()) {
            boolean hasWords = reason != BounceReason.VACATION && reason != BounceReason.UNDEFINED;
            ALL.put(reason, hasWords ? read(reason) : new ReasonWords(List.of(), List.of()));
        }
    }

    private final List<Saying> sayings;
    private final List<Saying> others;

    private ReasonWords(List<Saying> sayings, List<Saying> others) {
        this.sayings = sayings;
        this.others = others;
    }

    private static ReasonWords read(BounceReason reason) {
        var lines = Rules.lines("reasons/" + reason.word() + ".phrases");
        return new ReasonWords(
                lines.stream().filter(line -> !line.startsWith(NOT)).map(Saying::of).toList(),
                lines.stream().filter(line -> line.startsWith(NOT)).map(line -> Saying.of(line.substring(NOT.length())))
                        .toList());
    }

    /** Whether a {@linkplain Saying#plain plain} text says that it is this reason. */
    static boolean say(BounceReason reason, String plain) {
        var words = ALL.get(reason);
        return words != null && words.others.stream().noneMatch(saying -> saying.isIn(plain))
                && words.sayings.stream().anyMatch(saying -> saying.isIn(plain));
    }
}
