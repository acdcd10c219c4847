package org.clubpost.cli.members;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscription.Membership;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Brings in all the people of a file on the owner's word. It may be run twice: anyone who is a member already stays as
 * they are.
 */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Add all the people of a CSV file, on your word that they agreed.",
        footer = {
                "",
                "The file's first line names its columns; email is needed, name and groups are used, others are ignored.",
                "If one is called status, as in an export, only people whose status is confirmed come in.",
                "A bad line is named and left out; with any, the exit code is 1 although the others came in.",
                "Who left the list is not brought back. It may be run twice.",
                "Example: ./clubpost members import news members.csv --reason \"members of 2026, consent on paper\""})
final class ImportMembers implements Callable<Integer> {

    /** How many go to the store at a time. */
    private static final int BATCH = 2000;
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(1);
    private static final int MOST_BAD_LINES_SHOWN = 20;

    @Parameters(index = "0", paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why you may add them; kept with each as the record of consent.")
    private String reason = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Membership.Tally tally = Membership.Tally.NONE;
    private int notConfirmed;
    private int bad;

    @Override
    public Integer call() {
        if (reason.isBlank() || reason.length() > 1000) {
            throw new ParameterException(spec.commandLine(), "--reason is a text of 1 to 1,000 characters.");
        }
        var out = spec.commandLine().getOut();
        var began = Instant.now();
        try (var members = MemberFile.open(file); var open = installation.open()) {
            if (!members.unknownColumns().isEmpty()) {
                out.println("Ignoring the columns: " + String.join(", ", members.unknownColumns()));
            }
            var to = open.list(list);
            var newcomers = inOrderOfKeys(read(members, to), open.ids());
            add(newcomers, to, new Membership(open.subscribers(), open.ids()), () -> open.list(list), out);
        }
        report(out, Duration.between(began, Instant.now()));
        return bad == 0 ? 0 : 1;
    }

    private List<Membership.Newcomer> read(MemberFile members, MailingList to) {
        var newcomers = new ArrayList<Membership.Newcomer>();
        members.forEach(to, line -> {
            switch (line) {
                case MemberFile.Line.Person(var newcomer) -> newcomers.add(newcomer);
                case MemberFile.Line.NotConfirmed() -> notConfirmed++;
                case MemberFile.Line.Bad(var number, var why) -> reportBad(number, why);
            }
        });
        return newcomers;
    }

    /**
     * In the order in which a store keeps them. So each part of a large file touches few pages of a database, and the
     * time for a million people grows in line with their number.
     */
    private static List<Membership.Newcomer> inOrderOfKeys(List<Membership.Newcomer> newcomers, SubscriberIds ids) {
        if (newcomers.size() <= BATCH) {
            return newcomers;
        }
        record Keyed(SubscriberId key, Membership.Newcomer newcomer) {}
        return newcomers.stream().map(newcomer -> new Keyed(ids.of(newcomer.address()), newcomer))
                .sorted(Comparator.comparing(Keyed::key)).map(Keyed::newcomer).toList();
    }

    private void add(List<Membership.Newcomer> newcomers, MailingList to, Membership membership,
            Runnable isStillThere, PrintWriter out) {
        var shown = Instant.now();
        for (var from = 0; from < newcomers.size(); from += BATCH) {
            isStillThere.run();
            var some = newcomers.subList(from, Math.min(from + BATCH, newcomers.size()));
            tally = tally.plus(membership.add(to, some, reason.strip(), Instant.now()));
            if (Instant.now().isAfter(shown.plus(BETWEEN_SIGNS))) {
                shown = Instant.now();
                out.println("  " + seen() + " of " + newcomers.size() + " done");
            }
        }
    }

    private int seen() {
        return tally.added() + tally.alreadyMembers() + tally.notBroughtBack();
    }

    private void reportBad(long number, String why) {
        bad++;
        if (bad <= MOST_BAD_LINES_SHOWN) {
            spec.commandLine().getErr().println("Line " + number + ": " + why);
        } else if (bad == MOST_BAD_LINES_SHOWN + 1) {
            spec.commandLine().getErr().println("More bad lines follow; they are counted, not shown.");
        }
    }

    private void report(PrintWriter out, Duration taken) {
        out.printf("Added %d, members before %d, left out because they had left %d, %sbad lines %d, in %.1f s.%n",
                tally.added(), tally.alreadyMembers(), tally.notBroughtBack(),
                notConfirmed > 0 ? "left out because their status is not confirmed " + notConfirmed + ", " : "", bad,
                taken.toMillis() / 1000.0);
    }
}
