package org.clubpost.notices;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.suppression.Blame;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.Letters;

/** The letters that say how much came back. They name no member. */
final class ReturnLetters {

    private ReturnLetters() {}

    /** Reasons that somebody who wrote a post need not tell apart. Each has a text of its own. */
    private enum Sort {
        GONE, LOCKED, FULL, FILTERED, LATE, TOO_LARGE, CONTENT, SENDER_REFUSED, NOT_TRIED, UNKNOWN;

        static Sort of(BounceReason reason) {
            return switch (reason) {
                case USER_UNKNOWN, HOST_UNKNOWN, HAS_MOVED, NOT_ACCEPTING -> GONE;
                case SUSPENDED -> LOCKED;
                case MAILBOX_FULL -> FULL;
                case FILTERED -> FILTERED;
                case EXPIRED, NETWORK_ERROR, SYSTEM_ERROR, SYSTEM_FULL, MAILER_ERROR, ON_HOLD -> LATE;
                case TOO_LARGE -> TOO_LARGE;
                case CONTENT, SPAM, VIRUS, NOT_COMPLIANT -> CONTENT;
                case AUTHENTICATION,
                        REPUTATION,
                        BLOCKED,
                        REQUIRE_PTR,
                        RATE_LIMITED,
                        STARTTLS,
                        SENDER_REJECTED,
                        POLICY,
                        SECURITY,
                        NO_RELAYING,
                        SYNTAX ->
                    SENDER_REFUSED;
                case SUPPRESSED -> NOT_TRIED;
                case VACATION, UNDEFINED -> UNKNOWN;
            };
        }
    }

    static LetterDraft draft(PostNotice.PostReturns report, Letters letters) {
        var reader = switch (report.reader()) {
            case AUTHOR -> "";
            case OWNER -> "-owner";
        };
        return LetterDraft.about(report.list(), "post-returns" + reader, report.language())
                .to(Lines.word(report.reader()))
                .with("subject", Lines.oneLine(report.subject())).with("post", report.post())
                .with("id", report.list().id().value()).with("returned", returned(report, letters));
    }

    private static String returned(PostNotice.PostReturns report, Letters letters) {
        var language = report.language();
        var paragraphs = new ArrayList<String>();
        var back = count(report, _ -> true);
        if (back > 0) {
            paragraphs.add(letters.part(language, "returned.all", Map.of("sent", Long.toString(report.sent()), "count",
                    Long.toString(back), "reasons", reasons(report, letters))));
        }
        part(language, "returned.post", count(report, reason -> reason.blame() == Blame.POST), letters, paragraphs);
        part(language, "returned.sender", count(report, reason -> reason.blame() == Blame.SENDER), letters, paragraphs);
        part(language, "returned.complaints", report.complaints(), letters, paragraphs);
        return String.join("\n\n", paragraphs);
    }

    private static void part(Locale language, String key, long count, Letters letters, List<String> paragraphs) {
        if (count > 0) {
            paragraphs.add(letters.part(language, key, Map.of("count", Long.toString(count))));
        }
    }

    private static long count(PostNotice.PostReturns report, Predicate<BounceReason> which) {
        return report.returned().stream().filter(each -> which.test(each.reason()))
                .mapToLong(PostNotice.PostReturns.Returned::count).sum();
    }

    private static String reasons(PostNotice.PostReturns report, Letters letters) {
        var sorts = new EnumMap<Sort, Long>(Sort.class);
        report.returned().forEach(each -> sorts.merge(Sort.of(each.reason()), each.count(), Long::sum));
        return sorts.entrySet().stream().sorted(Map.Entry.<Sort, Long>comparingByValue().reversed())
                .map(each -> letters.part(report.language(), "returned." + Lines.word(each.getKey()),
                        Map.of("count", Long.toString(each.getValue()))))
                .collect(Collectors.joining(", "));
    }

    static LetterDraft draft(OwnerNotice.ListHealth health) {
        return LetterDraft.about(health.list(), "list-" + Lines.word(health.level()), health.language())
                .to("owner").with("id", health.list().id().value()).with("copies", Long.toString(health.copies()))
                .with("refused", Long.toString(health.refused()))
                .with("complaints", Long.toString(health.complaints()));
    }
}
