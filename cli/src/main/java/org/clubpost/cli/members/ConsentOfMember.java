package org.clubpost.cli.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.cli.output.Typed;
import org.clubpost.site.ConsentSheet;
import org.clubpost.site.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints by what right a person is written to, on one sheet for each list. */
@Command(
        name = "consent",
        mixinStandardHelpOptions = true,
        description = "Print the record of a person's consent: both steps, with the very words that were shown, and what happened since.",
        footer = {"", "Example: ./clubpost members consent anna@example.org --list chess --html anna.html"})
final class ConsentOfMember implements Callable<Integer> {

    @Parameters(paramLabel = "ADDRESS", description = "The person's address.")
    private String address = "";
    @Option(names = "--list", paramLabel = "LIST", description = "Only on this list.")
    private String list = "";
    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write a page to this new file that prints on one sheet. Needs --list when several lists know the person.")
    private @Nullable Path html;
    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "en",
            description = "In which language to write (default: ${DEFAULT-VALUE}).")
    private String language = "en";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final ConsentSheet sheet = new ConsentSheet(Site.load());

    @Override
    public Integer call() {
        var person = Typed.address(spec, address);
        var locale = Locale.forLanguageTag(language);
        try (var open = installation.open()) {
            var known = Memberships.of(person, list, open);
            if (html == null) {
                known.forEach(each -> spec.commandLine().getOut().println(sheet.text(locale, each.facts())));
            } else {
                write(known, locale, html);
            }
        }
        return 0;
    }

    private void write(List<Memberships.Known> known, Locale locale, Path file) {
        if (known.size() > 1) {
            throw new CommandFailure("Several lists know this person. Say which with --list.");
        }
        try {
            Files.write(file, sheet.html(locale, known.getFirst().facts()).getBytes(UTF_8),
                    StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new CommandFailure("The file " + file + " cannot be written. It must not exist yet.");
        }
        spec.commandLine().getOut().println("Written to " + file + ".");
    }
}
