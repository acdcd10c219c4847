package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.list.Layout;
import org.clubpost.mail.field.Unstructured;
import org.clubpost.mail.mime.Entity;

/**
 * Puts the list's tag into the subject, once: {@code Re: [news] Summer party}, or numbered {@code Re: [news 13] Summer
 * party}. A tag that is there already goes first, whatever its number, and a run of reply marks in any language becomes
 * one {@code Re:}. Marks of forwarding are the author's own and stay. All that stays keeps the octets that the author
 * gave it, encoded words too.
 */
final class TagSubject implements Step {

    private static final Pattern REPLY = Pattern.compile(
            "^(?:re|r\u00e9|r|aw|antw|antwort|sv|vs|odp|ynt|rif|ref|bls|\u56de\u590d|\u7b54\u590d)"
                    + "\\s?(?:\\[\\d+]|\\(\\d+\\)|\\^?\\d+)?\\s?[:\uff1a]\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Layout layout = context.list().layout();
        if (layout.subjectTag().isEmpty()) {
            return mail;
        }
        Optional<String> bytes = mail.header().value("Subject");
        var original = Unstructured.of(bytes.orElse(""));
        Change change = change(original.text(), layout, context.arrival().number());
        String subject = change.applied(original.text());
        if (bytes.isPresent() && original.text().equals(subject)) {
            return mail;
        }
        return mail.with(mail.header().with("Subject",
                original.without(change.cuts()).written("Subject", change.prefix())));
    }

    /**
     * What becomes of a subject.
     *
     * @param prefix what stands in front of it from now on
     * @param cuts what goes
     */
    private record Change(String prefix, List<Unstructured.Cut> cuts) {

        private String applied(String subject) {
            var left = new StringBuilder();
            int at = 0;
            for (Unstructured.Cut cut : cuts) {
                left.append(subject, at, cut.from()).append(cut.by());
                at = cut.to();
            }
            return (prefix + " " + left.append(subject, at, subject.length()).toString().strip()).strip();
        }
    }

    /** The subject with the tag of that number; unchanged if the list has no tag. */
    static String tagged(String subject, Layout layout, long number) {
        return layout.subjectTag().isEmpty() ? subject : change(subject, layout, number).applied(subject);
    }

    private static Change change(String subject, Layout layout, long number) {
        Matcher reply = REPLY.matcher(subject);
        Matcher tag = anyTag(layout).matcher(subject);
        int begin = 0;
        while (begin < subject.length() && Character.isWhitespace(subject.charAt(begin))) {
            begin++;
        }
        boolean isReply = false;
        int at = begin;
        for (int before = -1; before < at;) {
            before = at;
            if (reply.region(at, subject.length()).lookingAt()) {
                at = reply.end();
                isReply = true;
            }
            if (tag.region(at, subject.length()).lookingAt()) {
                at = tag.end();
            }
        }
        List<Unstructured.Cut> cuts = new ArrayList<>();
        if (at > 0) {
            cuts.add(new Unstructured.Cut(0, at, ""));
        }
        tag.region(at, subject.length());
        while (tag.find()) {
            boolean isLast = tag.end() == subject.length();
            cuts.add(new Unstructured.Cut(tag.start(), tag.end(), isLast ? "" : " "));
        }
        return new Change((isReply ? "Re: " : "") + layout.subjectTag(number), cuts);
    }

    /** The tag in any case and with any number, and the white space around it. */
    private static Pattern anyTag(Layout layout) {
        String tag = Stream.of(layout.subjectTag().split(Pattern.quote(Layout.NUMBER), -1))
                .map(Pattern::quote).collect(Collectors.joining("\\d+"));
        return Pattern.compile("(?<!\\s)\\s*" + tag + "\\s*", Pattern.CASE_INSENSITIVE);
    }
}
