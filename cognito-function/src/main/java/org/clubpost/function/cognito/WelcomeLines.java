package org.clubpost.function.cognito;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clubpost.aws.log.LogLine;
import org.clubpost.aws.log.Metric;
import org.clubpost.core.subscription.JoinByAccount;

/** What the log says of a welcome: words and numbers, and nobody's name. */
final class WelcomeLines {

    private WelcomeLines() {}

    static LogLine told(LogLine line, Welcome.Outcome outcome) {
        return switch (outcome) {
            case Welcome.Outcome.Unproven _ -> line.outcome("address-not-proven");
            case Welcome.Outcome.Refused _ -> line.outcome("domain-refused");
            case Welcome.Outcome.Done(var groups, var lists) ->
                line.outcome("done").with("groups", words(groups)).with("lists", words(lists))
                        .counting(Metric.CONFIRMATIONS, count(lists, JoinByAccount.Outcome.JOINED))
                        .counting(Metric.SIGN_UPS, count(lists, JoinByAccount.Outcome.ASKED));
        };
    }

    private static long count(Collection<JoinByAccount.Outcome> all, JoinByAccount.Outcome one) {
        return all.stream().filter(one::equals).count();
    }

    private static String words(Collection<? extends Enum<?>> outcomes) {
        return outcomes.stream().map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(" "));
    }
}
