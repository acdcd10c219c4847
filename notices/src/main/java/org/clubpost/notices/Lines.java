package org.clubpost.notices;

import java.util.Locale;
import java.util.Map;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Person;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.Letters;
import org.clubpost.site.Reasons;

/** What stands in several letters, in one line each. */
final class Lines {

    private static final int MAX_SUBJECT_CODE_POINTS = 150;

    private Lines() {}

    /** A reason as one line that names nobody, because it may hold words of somebody else's server. */
    static String quoted(Locale language, Reason reason) {
        return oneLine(Reasons.sentence(reason, language)).replaceAll("\\S+@\\S+", "…");
    }

    /** The name of a constant, as keys of texts have it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The letter; the last one for a while says so. */
    static LetterDraft more(LetterDraft draft, boolean isLast, Letters letters) {
        return isLast ? draft.withNote(letters.part(draft.language(), "mail.more", Map.of())) : draft;
    }

    /** What the recipient is to the list, of those who decide about posts. */
    static String reader(Notice notice) {
        return notice.list().people().isOnlyModerator(notice.recipient()) ? "moderator" : "owner";
    }

    /** A letter to an owner or a moderator about somebody's mail. */
    static LetterDraft about(Notice notice, String name, ForwardedMail mail) {
        return LetterDraft.about(notice.list(), mail.isAttached() ? name : name + "-unseen", notice.language())
                .to(reader(notice)).with("author", oneLine(mail.author())).with("subject", oneLine(mail.subject()));
    }

    /** A person as a letter names them. */
    static String written(Person person) {
        return person.name().isGiven()
                ? person.name().text() + " (" + person.address().ascii() + ")"
                : person.address().ascii();
    }

    /** A subject or a name without what breaks a line or hides, and not too long. */
    static String oneLine(String subject) {
        var line = subject.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= MAX_SUBJECT_CODE_POINTS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_SUBJECT_CODE_POINTS)) + "…";
    }
}
