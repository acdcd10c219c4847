package org.clubpost.cli.members;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.EditMember;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.text.TypedText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows and sets what owners remark about somebody. */
@Command(
        name = "note",
        mixinStandardHelpOptions = true,
        description = "Show what owners remark about somebody, or set it.",
        footer = {"", "Only owners see it, and the person when they ask what is stored about them."})
final class NoteMember implements Callable<Integer> {

    @Mixin
    private PersonOnList person = new PersonOnList();
    @Option(names = "--set", paramLabel = "TEXT", description = "The remark from now on; empty for none.")
    private @Nullable String text;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var address = person.address();
        try (var open = installation.open()) {
            var door = new Door(open);
            var known = open.list(person.list());
            var subscriber = open.subscribers().find(known.id(), open.ids().of(address)).map(Stored::subscriber)
                    .orElseThrow(() -> new CommandFailure("Nobody with this address is known on the list."));
            var remark = text;
            spec.commandLine().getOut().println(remark == null
                    ? TypedText.of(Door.done(door.edits().remark(Door.OPERATOR, known, subscriber)))
                    : set(door, known, address, remark));
            return 0;
        }
    }

    private static String set(Door door, MailingList known, EmailAddress address, String text) {
        return switch (Door.done(door.edits().remark(Door.OPERATOR, known, door.open().ids().of(address), text))) {
            case EditMember.Outcome.NotPossible _ ->
                throw new CommandFailure("A remark has at most " + MemberText.LONGEST + " characters.");
            // Whoever is no member can be remarked about, too.
            case EditMember.Outcome.Done _,EditMember.Outcome.NoMember _ -> text.isEmpty() ? "Removed." : "Noted.";
            case EditMember.Outcome.Taken _,EditMember.Outcome.Away _,EditMember.Outcome.NotNow _ ->
                throw new IllegalStateException("a remark clashes with nothing");
        };
    }
}
