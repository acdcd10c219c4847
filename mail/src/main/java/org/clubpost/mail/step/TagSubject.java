package org.clubpost.mail.step;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.list.Layout;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Entity;

/**
 * Puts the list's tag into the subject, once: {@code Re: [news] Summer party}, or numbered {@code Re: [news 13] Summer
 * party}. A tag that is there already goes first, whatever its number, and a run of reply marks in any language becomes
 * one {@code Re:}. Marks of forwarding are the author's own and stay.
 */
final class TagSubject implements Step {

    private static final Pattern REPLY = Pattern.compile(
            "^(?:re|r\u00e9|r|aw|antw|antwort|sv|vs|odp|ynt|rif|ref|bls|\u56de\u590d|\u7b54\u590d)"
                    + "\\s?(?:\\[\\d+]|\\(\\d+\\)|\\^?\\d+)?\\s?[:\uff1a]\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Optional<String> original = mail.header().value("Subject").map(FieldText::decode);
        String subject = tagged(original.orElse(""), context.list().layout(), context.arrival().number());
        if (subject.isEmpty() || original.equals(Optional.of(subject))) {
            return mail;
        }
        return mail.with(mail.header().with("Subject", FieldText.encode("Subject", subject)));
    }

    /** The subject with the tag of that number; unchanged if the list has no tag. */
    static String tagged(String subject, Layout layout, long number) {
        if (layout.subjectTag().isEmpty()) {
            return subject;
        }
        Pattern anyTag = anyTag(layout);
        String whole = subject.strip();
        Matcher reply = REPLY.matcher(whole);
        Matcher tag = anyTag.matcher(whole);
        boolean isReply = false;
        int at = 0;
        for (int before = -1; before < at;) {
            before = at;
            if (reply.region(at, whole.length()).lookingAt()) {
                at = reply.end();
                isReply = true;
            }
            if (tag.region(at, whole.length()).lookingAt()) {
                at = tag.end();
            }
        }
        String rest = anyTag.matcher(whole.substring(at)).replaceAll(" ").strip();
        return ((isReply ? "Re: " : "") + layout.subjectTag(number) + " " + rest).strip();
    }

    /** The tag in any case and with any number, and the white space around it. */
    private static Pattern anyTag(Layout layout) {
        String tag = Stream.of(layout.subjectTag().split(Pattern.quote(Layout.NUMBER), -1))
                .map(Pattern::quote).collect(Collectors.joining("\\d+"));
        return Pattern.compile("(?<!\\s)\\s*" + tag + "\\s*", Pattern.CASE_INSENSITIVE);
    }
}
