package org.clubpost.mail.step;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Entity;

/**
 * Puts the list's tag into the subject, once: {@code Re: [news] Summer party}. A tag that is there already goes first, and
 * a run of reply marks in any language becomes one {@code Re:}. Marks of forwarding are the author's own and stay.
 */
final class TagSubject implements Step {

    private static final Pattern REPLY = Pattern.compile(
            "^(?:re|r\u00e9|r|aw|antw|antwort|sv|vs|odp|ynt|rif|ref|bls|\u56de\u590d|\u7b54\u590d)"
                    + "\\s?(?:\\[\\d+]|\\(\\d+\\)|\\^?\\d+)?\\s?[:\uff1a]\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Override
    public Entity apply(Entity mail, PostContext context) {
        String tag = context.list().layout().subjectTag();
        Optional<String> original = mail.header().value("Subject").map(FieldText::decode);
        String subject = tagged(original.orElse(""), tag);
        if (subject.isEmpty() || original.equals(Optional.of(subject))) {
            return mail;
        }
        return mail.with(mail.header().with("Subject", FieldText.encode("Subject", subject)));
    }

    /** The subject with the tag; as it was if the tag is empty. */
    static String tagged(String subject, String tag) {
        if (tag.isEmpty()) {
            return subject;
        }
        String rest = subject.strip();
        boolean isReply = false;
        for (boolean found = true; found;) {
            found = false;
            Matcher reply = REPLY.matcher(rest);
            if (reply.lookingAt()) {
                rest = rest.substring(reply.end());
                isReply = true;
                found = true;
            }
            if (rest.regionMatches(true, 0, tag, 0, tag.length())) {
                rest = rest.substring(tag.length()).strip();
                found = true;
            }
        }
        rest = Pattern.compile("\\s*" + Pattern.quote(tag) + "\\s*", Pattern.CASE_INSENSITIVE).matcher(rest)
                .replaceAll(" ").strip();
        return ((isReply ? "Re: " : "") + tag + " " + rest).strip();
    }
}
