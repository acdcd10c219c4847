package org.clubpost.cli.list;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.About;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.Undoable;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.LogKeeping;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.site.ActWords;
import org.clubpost.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what was done to a list, its members and its posts, and by whom. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Show what was done to a list, its members and its posts, and by whom, newest first.",
        footer = {
                "",
                "How long an entry is kept: ./clubpost list set ID log-kept=5y. What members do themselves: ./clubpost members show ADDRESS",
                "To take an act back, where the last column says possible: ./clubpost list undo ID ENTRY"})
final class LogList implements Callable<Integer> {

    private static final int PAGE = 1_000;

    @Parameters(paramLabel = "ID", description = "The list; also one that was removed.")
    private String id = "";
    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            defaultValue = "50",
            description = "How many entries to show at most (default: ${DEFAULT-VALUE}).")
    private int limit = 50;
    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final ActWords words = new ActWords(Site.load());

    @Override
    public Integer call() {
        var list = ListId.parse(id).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "\"" + id + "\" cannot be the name of a list."));
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit is a number from 1.");
        }
        try (var open = installation.open();
                var listing = new Listing(spec.commandLine().getOut(), json, "when", "entry", "who",
                        "way", "about", "what", "undo")) {
            show(list, open, listing);
        }
        return 0;
    }

    private void show(ListId list, Installation open, Listing listing) {
        var before = Optional.<EntryId>empty();
        var now = Instant.now();
        var there = open.lists().find(list);
        var keeping = there.map(each -> each.people().logKept()).orElse(LogKeeping.FOR_EVER);
        var read = new ArrayList<LogEntry>();
        for (var left = limit; left > 0;) {
            var size = Math.min(left, PAGE);
            var page = open.database().actLog().of(list, before, size, now);
            read.addAll(page);
            var undoable = there.map(known -> Undoable.of(Door.OPERATOR, known, read, now));
            page.stream().filter(entry -> !keeping.isOver(entry.time(), now))
                    .forEach(entry -> add(entry, open, undoable.map(known -> undo(known, entry)).orElse(""), listing));
            left = page.size() < size ? 0 : left - size;
            before = page.isEmpty() ? before : Optional.of(page.getLast().id());
        }
    }

    private static String undo(Undoable undoable, LogEntry entry) {
        return undoable.isUndone(entry) ? "undone" : undoable.isOffered(entry) ? "possible" : "";
    }

    private void add(LogEntry entry, Installation open, String undo, Listing listing) {
        var details = words.details(Locale.ENGLISH, entry);
        var what = words.what(Locale.ENGLISH, entry);
        listing.add(entry.time().truncatedTo(ChronoUnit.SECONDS), entry.id().value(),
                words.who(Locale.ENGLISH, entry), entry.way() == Way.UNKNOWN ? "" : entry.way().word(),
                about(entry, open),
                details.isEmpty() ? what : what + " " + String.join("; ", details), undo);
    }

    private static String about(LogEntry entry, Installation open) {
        return switch (entry.about()) {
            case About.WholeList _ -> "";
            case About.OnePost(var post) -> post.value();
            case About.OnePerson(var person) -> open.subscribers().find(entry.list(), person).map(Stored::subscriber)
                    .flatMap(Subscriber::whom).map(known -> known.address().written()).orElseGet(person::hex);
        };
    }
}
