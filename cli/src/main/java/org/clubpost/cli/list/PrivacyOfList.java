package org.clubpost.cli.list;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.site.PrivacyPage;
import org.clubpost.site.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what a list stores about people, for how long and where. */
@Command(
        name = "privacy",
        mixinStandardHelpOptions = true,
        description = "Write the page that says what the list stores about people, as HTML to the standard output.",
        footer = {
                "", "Visitors find it at /privacy?list=LIST, if the list is open to them.",
                "Example: ./clubpost list privacy news --language de > privacy.html"})
final class PrivacyOfList implements Callable<Integer> {

    @Parameters(paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Option(names = "--language", paramLabel = "TAG", description = "The language; that of the list unless given.")
    private @Nullable String language;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var of = open.list(list);
            var in = Optional.ofNullable(language).map(Locale::forLanguageTag).orElse(of.profile().language());
            spec.commandLine().getOut().print(new PrivacyPage(Site.load(), open.region()).alone(in, of));
            return 0;
        }
    }
}
