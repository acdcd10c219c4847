package org.clubpost.cli.members;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Typed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SenderPattern;
import org.clubpost.core.privacy.Retention;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Erases one person. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = "Erase a person on all lists, so that a keyed hash of the address is all that is left.",
        footer = {
                "", "An import or members add cannot bring the address back; the person can, through the form.",
                "This cannot be undone. docs/privacy.md says what is erased, and what stays for how long."})
final class EraseMember implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ADDRESS", description = "The address.")
    private String address = "";
    @Option(names = "--list", paramLabel = "LIST", description = "Only on this list.")
    private @Nullable String list;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var whom = Typed.address(spec, address);
        try (var open = installation.open()) {
            var lists = list == null ? open.lists().all() : List.of(open.list(list));
            report(whom, lists,
                    Door.done(new Door(open).eraser().erase(Door.OPERATOR, lists, open.ids().of(whom))));
            return 0;
        }
    }

    private void report(EmailAddress whom, List<MailingList> lists, List<MailingList> erased) {
        var out = spec.commandLine().getOut();
        out.println(erased.isEmpty()
                ? "Nothing was known of this address but what posts may say, and that is erased."
                : "Erased on " + names(erased) + ".");
        out.println("Mails that name this person are kept as they came until "
                + Instant.now().plus(Retention.MAILS).atZone(ZoneOffset.UTC).toLocalDate() + " at the latest.");
        var naming = lists.stream().filter(each -> isNamedIn(each, whom)).toList();
        if (!naming.isEmpty()) {
            out.println("The settings of " + names(naming)
                    + " name this address still (owners, posters, moderators or banned). Change them with list set.");
        }
    }

    private static boolean isNamedIn(MailingList list, EmailAddress whom) {
        var people = list.people();
        return Stream.concat(people.deciders().stream(), people.posters().stream()).anyMatch(whom::equals)
                || list.posting().screening().banned().stream().map(SenderPattern::text)
                        .anyMatch(whom.compared()::equalsIgnoreCase);
    }

    private static String names(List<MailingList> lists) {
        return lists.stream().map(each -> each.id().value()).collect(Collectors.joining(", "));
    }
}
