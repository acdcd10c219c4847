package org.clubpost.cli.members;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.ImportPeople;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.Forecast;
import org.clubpost.core.subscription.Membership;
import org.clubpost.mail.text.Charsets;
import org.clubpost.people.MemberFile;
import org.clubpost.people.file.UnusableFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Brings in all the people of a file on the owner's word. It first says how it understands the file. It may be run
 * twice: anyone who is a member already stays as they are.
 */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Add all the people of a CSV file or a spreadsheet, on your word that they agreed.",
        footer = {
                "",
                "The file is CSV (any charset, any delimiter), a spreadsheet (.xlsx), or lines of addresses. Columns are "
                        + "found by their names, also by those that Google, Outlook, Mailchimp, listmonk and others give.",
                "--dry-run shows what is taken for what, and how many would come in. Nothing is changed then.",
                "If a column says who is a member, who left or who agreed, "
                        + "only members come in; in doubt a person is left out.",
                "A bad line is named and left out; with any, the exit code is 1 although the others came in.",
                "Who left the list is not brought back. It may be run twice.",
                "Each new member gets one mail that says so, and how to leave; --no-mail sends none. --dry-run counts them. "
                        + "They go out bit by bit, behind posts and what people wait for.",
                "Example: ./clubpost members import news members.csv --dry-run",
                "Example: ./clubpost members import news members.csv --reason \"members of 2026, consent on paper\""})
final class ImportMembers implements Callable<Integer> {

    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(1);

    @Parameters(index = "0", paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why you may add them; kept with each as the record of consent. Needed, but for --dry-run.")
    private String reason = "";
    @Option(names = "--dry-run", description = "Show what would be done, and change nothing.")
    private boolean dryRun;
    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "The charset of a text file, such as windows-1252 or macintosh, when it is not found by itself.")
    private String charset = "";
    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "The sheet of a spreadsheet, when the list is not in the one that is found by itself.")
    private String sheet = "";
    @Option(
            names = "--no-mail",
            description = "Do not tell them. Otherwise each new member gets one mail that says so, and how to leave.")
    private boolean noMail;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!dryRun && (reason.isBlank() || reason.length() > 1000)) {
            throw mistake("--reason is a text of 1 to 1,000 characters.");
        }
        var out = spec.commandLine().getOut();
        var began = Instant.now();
        var report = new ImportReport(out, spec.commandLine().getErr());
        try (var interruption = new Interruption(spec.commandLine().getErr()::println)) {
            var members = MemberFile.open(file, charset(),
                    Optional.of(sheet).filter(name -> !name.isBlank()));
            new FileLook(file, members.people()).lines().forEach(out::println);
            return bringIn(members, report, interruption, began);
        } catch (UnusableFile unusable) {
            throw new CommandFailure(unusable.reason());
        }
    }

    private int bringIn(MemberFile members, ImportReport report, Interruption interruption, Instant began) {
        try (var open = installation.open()) {
            var to = open.list(list);
            var without = new WithoutAddress();
            var newcomers = read(members, to, report, without);
            without.words().ifPresent(spec.commandLine().getOut()::println);
            if (dryRun) {
                report.first(newcomers);
                report.would(Forecast.of(open.subscribers(), open.ids(), to, newcomers), telling());
            } else {
                var incoming = Door.done(new Door(open).members().telling(telling()).bringIn(Door.OPERATOR, to,
                        reason.strip()));
                var people = ImportPeople.inOrder(newcomers, open.ids());
                var namedTwice = new Membership.Tally(0, newcomers.size() - people.size(), 0);
                var intake = new Intake(incoming, people);
                interruption.begin(intake);
                var isThrough = add(intake, () -> open.list(list), interruption);
                incoming.end(intake.tally().plus(namedTwice));
                if (!isThrough) {
                    return 1;
                }
                report.did(intake.tally().plus(namedTwice), telling(), Duration.between(began, Instant.now()));
            }
        }
        return report.hasBadLines() ? 1 : 0;
    }

    private Membership.Telling telling() {
        return noMail ? Membership.Telling.NOBODY : Membership.Telling.NEWCOMERS;
    }

    private Optional<Charset> charset() {
        return charset.isBlank()
                ? Optional.empty()
                : Optional.of(Charsets.named(charset).orElseThrow(() -> mistake(
                        "--charset is the name of a charset, such as utf-8, windows-1252 or macintosh.")));
    }

    /** The people of the file. Whoever is said in one line to be no member is none, whatever another line says. */
    private static List<Membership.Newcomer> read(MemberFile members, MailingList to, ImportReport report,
            WithoutAddress without) {
        var newcomers = new ArrayList<Membership.Newcomer>();
        var nobody = new HashSet<EmailAddress>();
        members.forEach(to, line -> {
            switch (line) {
                case MemberFile.Line.Person(var newcomer) -> newcomers.add(newcomer);
                case MemberFile.Line.NotConfirmed(var number, var address, var why) -> {
                    address.ifPresent(nobody::add);
                    report.notConfirmed(number, why);
                }
                case MemberFile.Line.Bad(var number, _, var why) -> report.bad(number, why);
                case MemberFile.Line.NoAddress(var number) -> without.add(number);
                case MemberFile.Line.Remark(var number, var remark) -> report.remark(number, remark);
            }
        });
        newcomers.removeIf(each -> nobody.contains(each.address())
                && report.notConfirmed("another line says that they are no member"));
        return newcomers;
    }

    /** Returns whether all are through. */
    private boolean add(Intake intake, Runnable isStillThere, Interruption interruption) {
        var err = spec.commandLine().getErr();
        var shown = Instant.now();
        try {
            while (!intake.isOver() && !interruption.isWanted()) {
                isStillThere.run();
                intake.next();
                if (Instant.now().isAfter(shown.plus(BETWEEN_SIGNS))) {
                    shown = Instant.now();
                    spec.commandLine().getOut().println("  " + intake.done() + " of " + intake.all() + " done");
                }
            }
        } catch (RuntimeException e) {
            err.println(intake.stopped());
            throw e;
        }
        return intake.isOver();
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
