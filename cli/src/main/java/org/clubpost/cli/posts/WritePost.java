package org.clubpost.cli.posts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.admin.HandIn;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.Errand;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.compose.Draft;
import org.clubpost.mail.compose.KnownWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a post for somebody who runs the list, and hands it in as if it were a mail of theirs. */
@Command(
        name = "write",
        mixinStandardHelpOptions = true,
        description = "Write a post in the name of an owner or a moderator. It takes the same way as a mail of theirs: if "
                + "that would have to wait, so does this.",
        footer = {"",
                "The same command on the same day (UTC) is the same post, so that it can be repeated without harm.",
                "Example: ./clubpost posts write chess notes.md --subject \"Rehearsal\" --markdown --at 2026-12-24T08:00"})
final class WritePost implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LIST", description = "The list.")
    private String list = "";
    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "-",
            paramLabel = "FILE",
            description = "The text, in UTF-8 (default: what comes on the standard input).")
    private String text = "-";
    @Mixin
    private Written written = new Written();
    @Option(
            names = "--test",
            description = "Send it to its author alone, as members would get it; its subject begins with a mark such as [Test]. Nothing is posted.")
    private boolean test;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var known = open.list(list);
            var draft = written.draft(known, Written.text(text, System.in));
            var now = Instant.now();
            if (test) {
                attempt(open, known, draft, now);
            } else {
                handIn(open, known, draft, now);
            }
            return 0;
        }
    }

    private void handIn(Installation open, MailingList known, Draft draft, Instant now) {
        if (draft.sendAt().filter(time -> !time.toInstant().isAfter(now)).isPresent()) {
            throw new CommandFailure("--at is over.");
        }
        var id = draft.id(now.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        var outcome = new HandIn((key, mail) -> put(open, key, mail)).handInFor(Door.OPERATOR, known,
                draft.from().address(), id,
                author -> KnownWriter.vouched(draft.mail("written-" + id, now), author, draft.to(), id, now));
        if (outcome != HandIn.Outcome.HANDED_IN) {
            throw new CommandFailure("Whose post it is does not run the list any more.");
        }
        spec.commandLine().getOut().println(open.isRunning()
                ? "Handed in. What becomes of it: ./clubpost posts ls " + list + open.option()
                : "Noted. No service runs here now; it is taken in when one is started.");
    }

    /** What was stored by an earlier command stays. Who stores it and dies is made up for by whoever repeats it. */
    private static void put(Installation open, MailKey key, MailContent mail) {
        var inbox = open.inbox();
        if (inbox.mails().find(key).isEmpty()) {
            inbox.mails().put(key, mail);
        }
        if (!inbox.takesInByItself()) {
            inbox.takeIn(key);
        }
    }

    private void attempt(Installation open, MailingList known, Draft draft, Instant now) {
        var id = draft.id(now.toString());
        open.inbox().mails().put(MailKey.draft(known.id(), id),
                MailContent.of(draft.mail("test-" + id, now).toByteArray()));
        open.database().noteTasks()
                .add(List.of(Errand.of(known.id(), now, new Errand.TestCopy(id))));
        spec.commandLine().getOut().println(open.isRunning()
                ? "A test goes to " + draft.from().address().written()
                        + " within a minute; its subject begins with a mark such as [Test]. Nothing is posted."
                : "Noted. No service runs here now; the test is sent when one is started.");
    }
}
