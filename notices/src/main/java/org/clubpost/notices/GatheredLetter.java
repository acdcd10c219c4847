package org.clubpost.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Notice.Gathered;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.post.Post;
import org.clubpost.core.subscriber.Person;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.LetterDraft.Entry;
import org.clubpost.site.LetterDraft.Link;
import org.clubpost.site.Letters;
import org.clubpost.site.Reasons;

/**
 * The letter that tells an owner what has happened lately: what asks for a decision first, then mails to the owners, then
 * what one only needs to know. Each mail that is attached is named where it is told of.
 */
final class GatheredLetter {

    private final Gathered notice;
    private final Letters letters;
    private int attached;
    private LetterDraft draft;

    private GatheredLetter(Gathered notice, Letters letters) {
        this.notice = notice;
        this.letters = letters;
        this.draft = LetterDraft.about(notice.list(), "gathered", notice.language()).to("owner");
    }

    static LetterDraft draft(Gathered notice, Letters letters) {
        return new GatheredLetter(notice, letters).write();
    }

    /** The mails that are attached, in the order in which the letter names them. */
    static List<MailContent> attached(Gathered notice) {
        var content = notice.content();
        return Stream.of(content.stillHeld().stream().map(Gathered.Waiting::mail),
                content.held().stream().map(Gathered.Waiting::mail), content.mails().stream())
                .flatMap(Function.identity()).map(Gathered.Mail::mail).filter(ForwardedMail::isAttached)
                .map(ForwardedMail::content).toList();
    }

    private LetterDraft write() {
        var content = notice.content();
        var summary = new ArrayList<String>();
        section("still-held", content.stillHeld().size(), summary);
        content.stillHeld().forEach(this::add);
        section("held", content.held().size(), summary);
        content.held().forEach(this::add);
        section("mails", content.mails().size(), summary);
        content.mails().forEach(mail -> add(mail, List.of(), List.of()));
        section("joined", content.joined().size(), summary);
        if (!content.joined().isEmpty()) {
            draft = draft.with(new Entry("", content.joined().stream().map(GatheredLetter::written).toList()));
        }
        section("expired", content.expired().size(), summary);
        if (!content.expired().isEmpty()) {
            draft = draft.with(new Entry("", content.expired().stream().map(this::line).toList()));
        }
        return draft.with("summary", String.join(", ", summary));
    }

    private void section(String name, int count, List<String> summary) {
        if (count > 0) {
            var number = count == 1 ? ".one" : ".more";
            summary.add(part(name + number, Map.of("count", Integer.toString(count))));
            draft = draft.with(new Entry(part(name + ".title", Map.of()), List.of()));
        }
    }

    private void add(Gathered.Waiting waiting) {
        add(waiting.mail(), List.of(Reasons.sentence(waiting.reason(), language()),
                part("waits", Map.of("audience", letters.audience(language(), waiting.audience()), "until",
                        letters.time(language(), waiting.until())))),
                List.of(new Link(part("send", Map.of()), waiting.send()),
                        new Link(part("refuse", Map.of()), waiting.refuse())));
    }

    private void add(Gathered.Mail mail, List<String> more, List<Link> links) {
        var lines = new ArrayList<String>();
        lines.add(part("from", Map.of("author", oneLine(mail.mail().author()), "time",
                letters.time(language(), mail.at()))));
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
        return CommonsEmailNotices.written(person);
    }

    private static String oneLine(String text) {
        return CommonsEmailNotices.oneLine(text);
    }

    private String part(String name, Map<String, String> values) {
        return letters.part(language(), "gathered." + name, values);
    }

    private Locale language() {
        return notice.language();
    }
}
