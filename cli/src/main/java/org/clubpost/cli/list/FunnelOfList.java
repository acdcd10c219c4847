package org.clubpost.cli.list;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.subscription.Funnel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how far sign-ups of a list get. */
@Command(
        name = "funnel",
        mixinStandardHelpOptions = true,
        description = "Show how many asked to join, opened the link and confirmed, in the last 30 days and by month.")
final class FunnelOfList implements Callable<Integer> {

    private static final int RECENT_DAYS = 30;

    @Parameters(paramLabel = "ID", description = "The list.")
    private String id = "";
    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * The numbers of several days.
     *
     * @param asked how many asked to join and got the mail
     * @param shown how many links were opened
     * @param confirmed how many confirmed
     */
    private record Sum(long asked, long shown, long confirmed) {

        private static final Sum NOTHING = new Sum(0, 0, 0);

        private Sum and(Funnel.Day day) {
            return new Sum(asked + day.asked(), shown + day.shown(), confirmed + day.confirmed());
        }

        /** Who confirms on another day than they ask may make it more than 100. */
        private String rate() {
            return asked == 0 ? "" : Math.round(100.0 * confirmed / asked) + " of 100";
        }
    }

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var list = open.list(id);
            var out = spec.commandLine().getOut();
            var today = LocalDate.now(list.dispatch().zone());
            var days = open.database().funnel().days(list.id(), today.minusDays(Funnel.KEPT.toDays()), today);
            try (var listing = new Listing(out, json, "time", "asked", "page shown", "confirmed",
                    "confirmed of asked")) {
                add(listing, "last 30 days", sum(days.stream()
                        .filter(day -> day.day().isAfter(today.minusDays(RECENT_DAYS))).toList()));
                var months = new TreeMap<YearMonth, Sum>();
                days.forEach(day -> months.merge(YearMonth.from(day.day()), Sum.NOTHING.and(day),
                        (sum, _) -> sum.and(day)));
                months.descendingMap().forEach((month, sum) -> add(listing, month.toString(), sum));
            }
            if (!json) {
                out.println("""

                        asked: people who asked to join and got the mail with the link
                        page shown: links that were opened, about; programs that scan mail open them, too
                        confirmed: people who pressed the button
                        Nobody is tracked: only these numbers of each day are kept, for 400 days.""");
            }
            return 0;
        }
    }

    private static Sum sum(List<Funnel.Day> days) {
        var sum = Sum.NOTHING;
        for (var day : days) {
            sum = sum.and(day);
        }
        return sum;
    }

    private static void add(Listing listing, String time, Sum sum) {
        listing.add(time, sum.asked(), sum.shown(), sum.confirmed(), sum.rate());
    }
}
