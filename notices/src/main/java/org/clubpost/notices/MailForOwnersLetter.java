package org.clubpost.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.Shown;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.LetterDraft.Entry;
import org.clubpost.site.LetterDraft.Link;
import org.clubpost.site.Letters;

/**
 * The letter that brings an owner a mail to the owners, or the operator one to the domain. It shows who wrote and what, and an answer to it goes to the
 * writer. It has no links of ours, because whoever answers quotes it.
 */
final class MailForOwnersLetter {

    /** How much of a mail is shown among others. */
    private static final int LINES_AMONG_OTHERS = 12;
    private static final int CHARACTERS_AMONG_OTHERS = 600;

    private MailForOwnersLetter() {}

    static LetterDraft draft(OwnerNotice.MailForOwners notice, Letters letters) {
        return draft(notice, "for-owners", notice.mail(), letters).to("owner");
    }

    static LetterDraft draft(OwnerNotice.MailForOperator notice, Letters letters) {
        return draft(notice, "for-operator", notice.mail(), letters).to("operator").with("domain",
                notice.list().domain());
    }

    private static LetterDraft draft(Notice notice, String name, ForwardedMail mail, Letters letters) {
        var lines = new ArrayList<>(mail.shown().lines());
        if (lines.isEmpty()) {
            lines.add(part(notice, letters, "no-text", Map.of()));
        }
        return LetterDraft.about(notice.list(), mail.isAttached() ? name : name + "-unseen", notice.language())
                .with("author", oneLine(mail.author()))
                .with("subject", oneLine(mail.subject()))
                .with("proof", isDoubtful(mail) ? part(notice, letters, "unproven", Map.of()) : "")
                .with("cut", mail.shown().isCut() ? part(notice, letters, "cut", Map.of()) : "")
                .with("answer", answer(notice, name, mail, letters))
                .with(new Entry("", lines));
    }

    /**
     * Where an answer to the letter goes: to the writer of a mail, if it says who wrote it; to the address for commands
     * where an answer decides, or commands more. Empty for the owners. Owners get no answer to a mail to the operator.
     */
    static Optional<Shown.Writer> answered(Notice notice) {
        return switch (notice) {
            case OwnerNotice.MailForOwners(_, _, var mail, _) -> mail.shown().writer();
            case OwnerNotice.MailForOperator(_, var operator, var mail) ->
                mail.shown().writer().or(() -> Optional.of(new Shown.Writer("", operator)));
            case OwnerNotice.PostHeld _,OwnerNotice.CommandsDone _ -> Optional.of(new Shown.Writer(
                    notice.list().profile().name(), notice.list().address(ListRole.ADMIN)));
            default -> Optional.empty();
        };
    }

    /** Whether the mail names a writer who may not have written it. */
    static boolean isDoubtful(ForwardedMail mail) {
        return mail.shown().writer().isPresent() && !mail.shown().isProven();
    }

    /** What is shown of a mail among others. */
    static Shown amongOthers(ForwardedMail mail) {
        return mail.shown().beginning(LINES_AMONG_OTHERS, CHARACTERS_AMONG_OTHERS);
    }

    /** What begins an answer to a mail among others (RFC 6068). */
    static List<Link> links(String label, ForwardedMail mail) {
        return mail.shown().writer().stream().map(writer -> new Link(label, URI.create("mailto:"
                + encoded(writer.address().localPart()) + "@" + writer.address().domain() + "?subject="
                + encoded("Re: " + oneLine(mail.subject()))))).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String answer(Notice notice, String name, ForwardedMail mail, Letters letters) {
        return mail.shown().writer().map(writer -> letters.part(notice.language(), name + ".answer", Map.of("writer",
                writer.address().ascii())))
                .orElseGet(() -> letters.part(notice.language(), name + ".no-answer", Map.of()));
    }

    private static String part(Notice notice, Letters letters, String name, Map<String, String> values) {
        return letters.part(notice.language(), "for-owners." + name, values);
    }

    private static String oneLine(String text) {
        return Lines.oneLine(text);
    }
}
