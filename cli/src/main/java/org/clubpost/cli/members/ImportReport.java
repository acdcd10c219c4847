package org.clubpost.cli.members;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clubpost.core.subscription.Forecast;
import org.clubpost.core.subscription.Membership;

/** What an import says: of bad lines as they are read, and at the end how many came in, or would. */
final class ImportReport {

    private static final int MOST_LINES_SHOWN = 20;
    private static final int MOST_REASONS = 20;
    private static final int MOST_PEOPLE = 3;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, LeftOut> reasons = new LinkedHashMap<>();
    private int notConfirmed;
    private int bad;
    private int remarks;

    ImportReport(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Whom the people of one reason were left out for. */
    private static final class LeftOut {

        private final List<Long> lines = new ArrayList<>();
        private int count;

        String words(String reason) {
            return "Left out " + count + ": " + reason + (lines.isEmpty()
                    ? ""
                    : (count == 1 ? ", line " : ", lines ")
                            + lines.stream().map(String::valueOf).collect(Collectors.joining(", "))
                            + (count > lines.size() ? " and more" : ""));
        }
    }

    /** The line is of somebody who is no member, for that reason. */
    void notConfirmed(long number, String reason) {
        var others = leftOut(reason);
        if (others.lines.size() < MOST_LINES_SHOWN) {
            others.lines.add(number);
        }
    }

    /** Somebody is no member, for that reason; true. */
    boolean notConfirmed(String reason) {
        leftOut(reason);
        return true;
    }

    private LeftOut leftOut(String reason) {
        notConfirmed++;
        var others = reasons.computeIfAbsent(
                reasons.size() < MOST_REASONS || reasons.containsKey(reason) ? reason : "for other reasons",
                _ -> new LeftOut());
        others.count++;
        return others;
    }

    /** Shows the first people, by whom one sees whether the file was understood. */
    void first(List<Membership.Newcomer> newcomers) {
        newcomers.stream().limit(MOST_PEOPLE).forEach(each -> out.println("  such as: " + (each.name().isGiven()
                ? each.name().text() + " <" + each.address().written() + ">"
                : each.address().written())));
    }

    /** A line names nobody. */
    void bad(long number, String why) {
        show(err, ++bad, "Line " + number + ": " + why, "More bad lines follow; they are counted, not shown.");
    }

    /** Something of a line was not used. */
    void remark(long number, String remark) {
        show(out, ++remarks, "Line " + number + ": " + remark, "More such lines follow.");
    }

    /** Shows the first lines of a kind, and once that there are more. */
    private static void show(PrintWriter to, int count, String line, String more) {
        if (count <= MOST_LINES_SHOWN) {
            to.println(line);
        } else if (count == MOST_LINES_SHOWN + 1) {
            to.println(more);
        }
    }

    boolean hasBadLines() {
        return bad > 0;
    }

    /** What would be done. */
    void would(Forecast forecast, Membership.Telling telling) {
        leftOut();
        out.printf("Would be added %d, put into groups %d, members before %d, left out because they had left %d, "
                + "%s%sbad lines %d. Nothing was changed.%n", forecast.toAdd(), forecast.toRegroup(),
                forecast.alreadyMembers(), forecast.notBroughtBack(),
                forecast.namedTwice() > 0 ? "named twice " + forecast.namedTwice() + ", " : "", notConfirmedWords(),
                bad);
        out.println(switch (telling) {
            case NEWCOMERS -> "Mails that would tell them so, and how to leave: " + forecast.toAdd() + ".";
            case NOBODY -> "No mail would tell them (--no-mail).";
        });
    }

    /** What was done. */
    void did(Membership.Tally tally, Membership.Telling telling, Duration taken) {
        leftOut();
        out.printf("Added %d, members before %d, left out because they had left %d, %sbad lines %d, in %.1f s.%n",
                tally.added(), tally.alreadyMembers(), tally.notBroughtBack(), notConfirmedWords(), bad,
                taken.toMillis() / 1000.0);
        if (telling == Membership.Telling.NEWCOMERS && tally.added() > 0) {
            out.println("Mails that tell them so, and how to leave, go out one by one: " + tally.added() + ".");
        }
    }

    private void leftOut() {
        reasons.forEach((reason, people) -> out.println(people.words(reason)));
        if (notConfirmed > 0) {
            out.println("Whom you may write to all the same comes in from a file without that column or word, or with "
                    + "another word there.");
        }
    }

    private String notConfirmedWords() {
        return notConfirmed > 0 ? "left out because they are no members, says the file, " + notConfirmed + ", " : "";
    }
}
