package org.clubpost.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Gathered;
import org.clubpost.core.post.Post;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.Person;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.LetterDraft.Entry;
import org.clubpost.site.LetterDraft.Link;
import org.clubpost.site.Letters;
import org.clubpost.site.Reasons;

/**
 * The letter that tells an owner what has happened lately: what asks for a decision first, then mails to the owners,
 * then what one only needs to know. Each mail that is attached is named where it is told of.
 */
final class GatheredLetter {

    private final Gathered notice;
    private final Letters letters;
    private int attached;
    private LetterDraft draft;

    private GatheredLetter(Gathered notice, Letters letters) {
        this.notice = notice;
        this.letters = letters;
        this.draft = LetterDraft.about(notice.list(), "gathered", notice.language())
                .to(Lines.reader(notice));
    }

    static LetterDraft draft(Gathered notice, Letters letters) {
        return new GatheredLetter(notice, letters).write();
    }

    private LetterDraft write() {
        var content = notice.content();
        var summary = new ArrayList<String>();
        section("applicants", content.applicants().size(), summary);
        content.applicants().forEach(this::add);
        section("still-held", content.stillHeld().size(), summary);
        content.stillHeld().forEach(this::add);
        section("held", content.held().size(), summary);
        content.held().forEach(this::add);
        section("mails", content.mails().size(), summary);
        content.mails().forEach(mail -> add(mail, words(mail.mail()),
                MailForOwnersLetter.links(part("answer", Map.of()), mail.mail())));
        section("joined", content.joined().size(), summary);
        if (!content.joined().isEmpty()) {
            draft = draft.with(new Entry("", content.joined().stream().map(GatheredLetter::written).toList()));
        }
        section("left", content.left().size(), summary);
        if (!content.left().isEmpty()) {
            draft = draft.with(new Entry("", left(content.left())));
        }
        section("expired", content.expired().size(), summary);
        if (!content.expired().isEmpty()) {
            draft = draft.with(new Entry("", content.expired().stream().map(this::line).toList()));
        }
        for (var what : Gathered.Fate.What.values()) {
            var fates = content.fates().stream().filter(fate -> fate.what() == what).toList();
            section(Lines.word(what), fates.size(), summary);
            if (!fates.isEmpty()) {
                draft = draft.with(new Entry("", fates.stream().map(this::fate).toList()));
            }
        }
        return draft.with("summary", String.join(", ", summary));
    }

    /** Each with the reason, and of several how often each was given. */
    private List<String> left(List<Gathered.Leaver> members) {
        var counts = new TreeMap<String, Integer>();
        var lines = new ArrayList<String>();
        for (var member : members) {
            var reason = member.reason().map(LeaveReason::word).orElse("none");
            counts.merge(reason, 1, Integer::sum);
            lines.add(part("left." + reason, Map.of("member", written(member.person()))));
        }
        if (members.size() > 1) {
            counts.forEach((reason, count) -> lines
                    .add(part("left.count." + reason, Map.of("count", Integer.toString(count)))));
        }
        return lines;
    }

    private String fate(Gathered.Fate fate) {
        var member = written(fate.person());
        return fate.reason().map(reason -> part("fate", Map.of("member", member, "reason",
                letters.part(language(), "bounce." + reason.word(), Map.of()))))
                .orElseGet(() -> part("fate.none", Map.of("member", member)));
    }

    private void section(String name, int count, List<String> summary) {
        if (count > 0) {
            summary.add(part(name, Map.of("count", Integer.toString(count))));
            draft = draft.with(new Entry(part(name + ".title", Map.of()), List.of()));
        }
    }

    private void add(Gathered.Applicant applicant) {
        draft = draft.with(new Entry(written(applicant.person()),
                List.of(part("since", Map.of("time", letters.time(language(), notice.list(), applicant.since())))),
                List.of(new Link(part("let-in", Map.of()), applicant.letIn()),
                        new Link(part("not-let-in", Map.of()), applicant.refuse()))));
    }

    private void add(Gathered.Waiting waiting) {
        add(waiting.mail(), List.of(Reasons.sentence(waiting.reason(), language()),
                part("waits", Map.of("audience", letters.audience(language(), waiting.audience()), "until",
                        letters.time(language(), notice.list(), waiting.until())))),
                List.of(new Link(part("send", Map.of()), waiting.send()),
                        new Link(part("refuse", Map.of()), waiting.refuse())));
    }

    /** The beginning of a mail to the owners, which they can answer from here. */
    private List<String> words(ForwardedMail mail) {
        var shown = MailForOwnersLetter.amongOthers(mail);
        var words = new ArrayList<String>();
        if (MailForOwnersLetter.isDoubtful(mail)) {
            words.add(part("unproven", Map.of()));
        }
        words.addAll(shown.lines());
        if (shown.isCut()) {
            words.add("[…]");
        }
        return words;
    }

    private void add(Gathered.Mail mail, List<String> more, List<Link> links) {
        var lines = new ArrayList<String>();
        lines.add(part("from", Map.of("author", oneLine(mail.mail().author()), "time",
                letters.time(language(), notice.list(), mail.at()))));
        lines.addAll(more);
        lines.add(where(mail.mail()));
        draft = draft.with(new Entry(subject(mail.mail().subject()), lines, links));
    }

    private String where(ForwardedMail mail) {
        if (!mail.isAttached()) {
            return part("unseen", Map.of());
        }
        attached++;
        return part("attached", Map.of("file", AttachedMail.name(attached)));
    }

    private String line(Post.Headline headline) {
        return part("line", Map.of("author", oneLine(headline.author()), "subject", subject(headline.subject())));
    }

    private String subject(String subject) {
        var line = oneLine(subject);
        return line.isEmpty() ? part("no-subject", Map.of()) : line;
    }

    private static String written(Person person) {
        return Lines.written(person);
    }

    private static String oneLine(String text) {
        return Lines.oneLine(text);
    }

    private String part(String name, Map<String, String> values) {
        return letters.part(language(), "gathered." + name, values);
    }

    private Locale language() {
        return notice.language();
    }
}
