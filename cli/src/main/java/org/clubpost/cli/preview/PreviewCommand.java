package org.clubpost.cli.preview;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.prepare.Reach;
import org.clubpost.mail.preview.Preview;
import org.clubpost.mail.preview.Trust;
import org.clubpost.mail.route.Routes;
import org.clubpost.mail.rule.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what would become of mails. Nothing is stored or sent. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
                "Show what would become of mails to a list, without sending anything.",
                "Without a list: say whom a report of a mail system is about, and why they did not get a mail."},
        footer = {
                "", "A line for each file: verdict, the rule that decided, file, reason. A report of",
                "a mail system (a bounce, a notice of delay, a complaint) has a line for each",
                "recipient. No service need run: the list comes from --list-file, a JSON object",
                "of settings such as {\"domain\": \"lists.example.org\", \"posting\": \"members\"}, or",
                "from the data directory. A file that a mail program saved has no verdicts of",
                "the receiving side on top. It is taken as handed in by the author that it",
                "names, and as proven. Exit code 1 when a file caused an error."})
public final class PreviewCommand implements Callable<Integer> {

    private static final EmailAddress SAMPLE = EmailAddress.of("member@example.org");
    private static final PersonName SAMPLE_NAME = new PersonName("Alex Example");

    @Parameters(
            arity = "1..*",
            paramLabel = "[LIST] FILE.eml|DIR",
            description = "The list, and mails, or folders of them. Without a list, reports of mail systems are read.")
    private List<String> named = new ArrayList<>();
    @Option(names = "--json", description = "Answer in JSON, an object for each file; for reports, without a list.")
    private boolean json;
    @Option(
            names = "--member",
            paramLabel = "ADDRESS",
            description = "Whose copy to make (default: that of a made-up member).")
    private @Nullable String member;
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write what the member would get into this folder, byte for byte.")
    private @Nullable Path out;
    @Option(names = "--explain", description = "Print every rule and step that acted.")
    private boolean explain;
    @Option(names = "--list-file", paramLabel = "FILE", description = "Take the list's settings from this JSON file.")
    private @Nullable Path listFile;
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = InstallationOption.USUAL,
            description = "The data directory of the service (default: ./data).")
    private Path data = Path.of("data");
    @Option(
            names = "--trust",
            paramLabel = "WHOM",
            defaultValue = "author",
            description = "What a mail without verdicts proves: author (that its author wrote it) or none (default: ${DEFAULT-VALUE}).")
    private Trust trust = Trust.AUTHOR;
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (isWithoutList()) {
            return new ReportRun(spec.commandLine().getOut(), json).over(MailFiles.below(paths(named)));
        }
        var listName = named.getFirst();
        var id = ListId.parse(listName).orElseThrow(() -> mistake("\"" + listName + "\" is not the name of a list."));
        if (json) {
            throw mistake("--json is for reports of mail systems: leave the list out.");
        }
        var files = MailFiles.below(paths(named.subList(1, named.size())));
        try (var source = source()) {
            var list = source.list(id);
            var run = new PreviewRun(preview(list, source), recipient(list, source), spec.commandLine().getOut());
            return run.over(files, out, explain);
        }
    }

    /** A single name is a file; so is a first one that can be no list's. */
    private boolean isWithoutList() {
        var first = named.getFirst();
        boolean isPath = ListId.parse(first).isEmpty() && Files.exists(Path.of(first));
        return listFile == null && (named.size() == 1 || isPath);
    }

    private static List<Path> paths(List<String> names) {
        return names.stream().map(Path::of).toList();
    }

    private Preview preview(MailingList list, Source source) {
        var routes = Routes.of(new Known(source, source.links(list), recipient(list, source)));
        var preparation = new ListPreparation(source.links(list), source.sentIds(), Reach.of(source::member))
                .keepingIds(source.keepsMessageIds());
        return new Preview(list, routes, preparation, trust);
    }

    private Source source() {
        return listFile != null
                ? new Source.OfFile(new SettingsFile(listFile))
                : Source.OfData.in(data.toAbsolutePath().normalize());
    }

    private Subscriber.Confirmed recipient(MailingList list, Source source) {
        if (member == null) {
            return madeUp(list, source, SAMPLE, SAMPLE_NAME);
        }
        var address = EmailAddress.parse(member)
                .orElseThrow(() -> mistake("--member: \"" + member + "\" is not an e-mail address."));
        return source.member(list, address).orElseGet(() -> madeUp(list, source, address, PersonName.NONE));
    }

    private static Subscriber.Confirmed madeUp(MailingList list, Source source, EmailAddress address, PersonName name) {
        return new Subscriber.Confirmed(list.id(),
                new Person(source.ids().of(address), address, name, list.profile().language()),
                new Consent.OwnersWord(Instant.EPOCH, "preview"), Instant.EPOCH, true);
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** What the rules may ask: the member whose copy is made counts as one. */
    private record Known(Source source, PublicLinks links, Subscriber.Confirmed recipient) implements Surroundings {

        @Override
        public boolean isOurs(MailingList list, EmailAddress address) {
            return source.isOurs(list, address);
        }

        @Override
        public boolean isMember(MailingList list, EmailAddress address) {
            return address.equals(recipient.person().address()) || source.member(list, address).isPresent();
        }

        @Override
        public boolean isMember(MailingList list, GroupName group, EmailAddress address) {
            return address.equals(recipient.person().address())
                    || source.member(list, address).filter(member -> member.groups().contains(group)).isPresent();
        }

        @Override
        public boolean saidToday(Incoming mail, String words) {
            return false;
        }

        /** Nothing that was previewed before has been relayed. */
        @Override
        public Sight sight(Incoming mail) {
            return Sight.NEW;
        }
    }
}
