package org.clubpost.cli.members;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Typed;
import org.clubpost.site.ActWords;
import org.clubpost.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one person on all lists, and everything that happened. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show a person on every list, and what happened: asked, confirmed, added, changed, paused, left, removed; how, when and by whom.")
final class ShowMember implements Callable<Integer> {

    @Parameters(paramLabel = "ADDRESS", description = "The person's address.")
    private String address = "";
    @Option(names = "--list", paramLabel = "LIST", description = "Only on this list.")
    private String list = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final ActWords words = new ActWords(Site.load());

    @Override
    public Integer call() {
        var person = Typed.address(spec, address);
        try (var open = installation.open()) {
            Memberships.of(person, list, open).forEach(known -> show(known, open));
        }
        return 0;
    }

    private void show(Memberships.Known known, Installation open) {
        var out = spec.commandLine().getOut();
        var subscriber = known.subscriber();
        var of = known.facts().list();
        out.println("list          " + of.id());
        out.println("status        " + MemberLine.status(subscriber) + " since " + MemberLine.since(subscriber));
        subscriber.whom().ifPresent(person -> {
            out.println("address       " + person.address().written());
            out.println("name          " + person.name().text());
            out.println("language      " + person.language().toLanguageTag());
        });
        line(out, "groups        ", MemberLine.groups(subscriber));
        line(out, "own posts     ", MemberLine.ownPosts(subscriber));
        line(out, "notify        ", MemberLine.notify(subscriber));
        line(out, "paused until  ", MemberLine.pausedUntil(subscriber, of, known.facts().now()));
        for (var entry : known.facts().history()) {
            out.println(entry.time().truncatedTo(ChronoUnit.SECONDS) + "  " + words.what(Locale.ENGLISH, entry)
                    + " By: " + words.whoAndHow(Locale.ENGLISH, entry));
            words.details(Locale.ENGLISH, entry).forEach(detail -> out.println("    " + detail));
        }
        open.database().bounces().find(of.id(), subscriber.id()).ifPresent(record -> MailLines.show(record, out));
        out.println();
    }

    private static void line(PrintWriter out, String label, String value) {
        if (!value.isEmpty()) {
            out.println(label + value);
        }
    }
}
