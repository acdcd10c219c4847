package org.clubpost.cli.members;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.people.FormulaGuard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Writes who is on a list as CSV (RFC 4180). Members go out one at a time, so memory does not grow with their number.
 */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the members as CSV to the standard output.",
        footer = {
                "", "members import takes such a file, and adds those whose status is member.",
                "Example: ./clubpost members export news > members.csv"})
final class ExportMembers implements Callable<Integer> {

    @Parameters(paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Option(
            names = "--status",
            paramLabel = "STATUS",
            converter = ListedStatus.States.class,
            completionCandidates = ListedStatus.States.class,
            description = "Only those in this state: ${COMPLETION-CANDIDATES}.")
    private @Nullable SubscriberStatus status;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var now = Instant.now();
        var format = CSVFormat.RFC4180.builder().setHeader("email", "name", "status", "since", "language", "own-posts",
                "copy-when-addressed", "notify", "paused-until", "groups", "consent").get();
        try (var open = installation.open()) {
            var of = open.list(list);
            print(of, format, open, now);
        }
        return 0;
    }

    private void print(MailingList of, CSVFormat format, Installation open, Instant now) throws IOException {
        try (var all = open.subscribers().all(of.id())) {
            var csv = new CSVPrinter(spec.commandLine().getOut(), format);
            all.filter(each -> !MemberLine.isGone(each, now))
                    .filter(each -> status == null || SubscriberStatus.of(each) == status)
                    .forEach(each -> print(csv, each, MemberLine.pausedUntil(each, of, now)));
            csv.flush();
        }
    }

    private static void print(CSVPrinter csv, Subscriber each, String pausedUntil) {
        try {
            csv.printRecord(FormulaGuard.on(each.whom().map(person -> person.address().written()).orElse("")),
                    FormulaGuard.on(each.whom().map(person -> person.name().text()).orElse("")),
                    MemberLine.status(each), MemberLine.since(each),
                    each.whom().map(person -> person.language().toLanguageTag()).orElse(""),
                    MemberLine.ownPosts(each), MemberLine.copyWhenAddressed(each), MemberLine.notify(each),
                    pausedUntil, MemberLine.groups(each),
                    FormulaGuard.on(consent(each)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String consent(Subscriber subscriber) {
        return switch (subscriber) {
            case Subscriber.Confirmed member -> words(member.consent());
            case Subscriber.Left left -> words(left.consent());
            case Subscriber.Removed removed -> words(removed.consent());
            case Subscriber.Applied applied -> words(applied.consent());
            case Subscriber.Suppressed suppressed -> words(suppressed.consent());
            case Subscriber.Pending _,Subscriber.Moved _,Subscriber.Forgotten _ -> "";
        };
    }

    private static String words(Consent consent) {
        return switch (consent) {
            case Consent.AccountSignUp account -> account.service() + ", " + account.answer();
            case Consent.DoubleOptIn optIn -> "form, confirmed " + optIn.confirmed().at();
            case Consent.OwnersWord(var at, var reason, _) -> "owner, " + at + ": " + reason.replaceAll("\\R", " ");
        };
    }
}
