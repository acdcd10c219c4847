package org.clubpost.cli.posts;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.clubpost.cli.installation.Inbox;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.PostState;
import org.clubpost.local.posts.PostWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has the mails taken in that were not. The exit code is 1 when one of them failed. */
@Command(
        name = "receive",
        mixinStandardHelpOptions = true,
        description = "Take in mails that came and were not taken in. Each goes out once, however often this is done.")
final class ReceivePosts implements Callable<Integer> {

    @Parameters(paramLabel = "LIST", arity = "0..1", description = "Only mails to this list (default: to all lists).")
    private String list = "";
    @Option(names = "--dry-run", description = "Only show which mails these are.")
    private boolean dry;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var inbox = open.inbox();
            var backlog = new Backlog(open.posts(), inbox.mails());
            var now = Instant.now();
            var answers = new EnumMap<Inbox.Answer, Integer>(Inbox.Answer.class);
            var count = 0;
            for (var each : lists(open)) {
                for (var mail : mails(backlog, each, now)) {
                    count++;
                    print(mail, dry ? "" : ": " + takeIn(inbox, tried(open, mail), answers).words());
                }
            }
            spec.commandLine().getOut().println(sum(count, answers));
            if (answers.containsKey(Inbox.Answer.HANDED_ON) && !open.isRunning()) {
                spec.commandLine().getOut().println("No service runs here now; it takes them in when one is started.");
            }
            return answers.containsKey(Inbox.Answer.FAILED) ? 1 : 0;
        }
    }

    private List<ListId> lists(Installation open) {
        return list.isEmpty()
                ? open.lists().all().stream().map(MailingList::id).toList()
                : List.of(open.list(list).id());
    }

    private static List<Backlog.Mail> mails(Backlog backlog, ListId list, Instant now) {
        try (var mails = backlog.of(list, now)) {
            return mails.toList();
        }
    }

    /** One that was set aside gets as many attempts as a new one. When it has moved on meanwhile, it stays as it is. */
    private static Backlog.Mail tried(Installation open, Backlog.Mail mail) {
        mail.post().filter(post -> post.state() instanceof PostState.Received received && received.failures() > 0)
                .ifPresent(post -> open.posts().replace(post, post.with(new PostState.Received())));
        return mail;
    }

    private static Inbox.Answer takeIn(Inbox inbox, Backlog.Mail mail, Map<Inbox.Answer, Integer> answers) {
        Inbox.Answer answer;
        try {
            answer = inbox.takeIn(mail.key());
        } catch (UnavailableException e) {
            answer = Inbox.Answer.FAILED;
        }
        answers.merge(answer, 1, Integer::sum);
        return answer;
    }

    private void print(Backlog.Mail mail, String answer) {
        spec.commandLine().getOut().println(mail.key() + " (" + mail.post()
                .map(post -> "post " + post.id() + " of " + PostWords.received(post.id())).orElse("without a post")
                + ")" + answer);
    }

    private String sum(int count, Map<Inbox.Answer, Integer> answers) {
        if (count == 0) {
            return "Every mail was taken in.";
        }
        var mails = count == 1 ? "1 mail" : count + " mails";
        return dry
                ? mails + " not taken in. To have them taken in: the same without --dry-run."
                : mails + ": " + answers.entrySet().stream().map(each -> each.getValue() + " " + each.getKey().words())
                        .collect(Collectors.joining(", ")) + ".";
    }
}
