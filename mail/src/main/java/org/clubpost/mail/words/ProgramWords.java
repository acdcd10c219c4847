package org.clubpost.mail.words;

import java.util.List;
import java.util.regex.Pattern;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.incoming.Incoming;

/**
 * Tells by its words whether a mail looks like one that a program wrote: out-of-office replies, answers of ticket
 * systems, recalls, receipts and delivery reports. The phrases are in {@code programs.txt}. People can write all of
 * this, too, so looks alone prove nothing.
 */
public final class ProgramWords {

    private static final Phrases PHRASES = Phrases.of("programs.txt");
    /** Programs say at the beginning what they have to say. */
    private static final int BEGINNING = 1_200;
    private static final Pattern TAGS = Pattern.compile("^(?:\\s*\\[[^\\]]{0,40}\\]|\\s*\\*{2,}[^*]{0,40}\\*{2,})++");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}&&[^#]]+");
    private static final Pattern NUMBER = Pattern.compile("#\\s?\\w*\\d{3}|\\b\\p{Lu}{2,10}-\\d{2,}|\\[[^\\]]*\\d{4}");

    private static final int LONGEST_SUBJECT = 300;

    private final String subject;
    private final boolean isNumbered;
    private final String lines;

    private ProgramWords(String subject, boolean isNumbered, String lines) {
        this.subject = subject;
        this.isNumbered = isNumbered;
        this.lines = lines;
    }

    /** The words of a mail: its subject, and what its writer wrote ({@link OwnText}). */
    public static ProgramWords of(Incoming mail) {
        return of(HeaderText.decoded(mail.field("Subject"), LONGEST_SUBJECT),
                OwnText.lines(mail.mail()).orElse(List.of()));
    }

    /**
     * These words.
     *
     * @param subject the subject, decoded
     * @param lines what the writer of the mail wrote
     */
    public static ProgramWords of(String subject, List<String> lines) {
        var text = String.join(" ", lines);
        return new ProgramWords(TAGS.matcher(subject).replaceFirst("").strip(), NUMBER.matcher(subject).find(),
                plain(text.length() <= BEGINNING ? text : text.substring(0, BEGINNING)));
    }

    /** Whether the writer wrote nothing. */
    public boolean areNone() {
        return lines.isEmpty();
    }

    /** Whether the subject is one that programs give their out-of-office replies. */
    public boolean isAwaySubject() {
        var all = plain(subject);
        return PHRASES.isOne("away-subject", prefix()) || PHRASES.isOne("away-whole", all)
                || PHRASES.isIn("away-in-subject", all);
    }

    /**
     * Whether the text is that of an out-of-office reply or of another answer of a program.
     *
     * @param isAnswer whether the mail answers another
     */
    public boolean isAnswer(boolean isAnswer) {
        var isAway = PHRASES.isIn("away", lines);
        return (isAway && PHRASES.isIn("answer", lines)) || PHRASES.isIn("automatic", lines)
                || (PHRASES.isOne("perhaps-away-subject", prefix()) && (isAway || isAnswer)) || isTicket();
    }

    /** Whether it reports what became of another mail: a delivery report, a recall, or a receipt. */
    public boolean isReport() {
        return PHRASES.isOne("report-subject", plain(subject))
                || (PHRASES.isOne("report-prefix", prefix()) && PHRASES.isIn("report", lines))
                || (PHRASES.isOne("recall-subject", prefix()) && (lines.isEmpty() || PHRASES.isIn("recall", lines)))
                || (PHRASES.isOne("receipt-subject", prefix()) && PHRASES.isIn("receipt", lines));
    }

    /**
     * Whether it says what somebody answers to an invitation, as calendars say it: by its subject alone, or with a
     * sentence that only they write.
     *
     * @param hasFile whether the mail brings a file, so that it need not say more
     */
    public boolean isCalendarAnswer(boolean hasFile) {
        return PHRASES.isOne("calendar-subject", prefix())
                && (lines.isEmpty() ? !hasFile : PHRASES.isIn("calendar", lines));
    }

    /** Whether it says that a mail was not delivered, as postmasters say it. */
    public boolean isAboutDelivery() {
        return PHRASES.isOne("report-subject", plain(subject)) || PHRASES.isIn("report", lines);
    }

    private boolean isTicket() {
        return PHRASES.isIn("ticket", lines)
                && (isNumbered || PHRASES.begins("ticket-subject", plain(subject)));
    }

    /** What stands before the first colon. */
    private String prefix() {
        var folded = Folded.of(subject);
        var colon = folded.indexOf(':');
        return colon < 0 ? "" : plain(folded.substring(0, colon));
    }

    private static String plain(String text) {
        return Folded.of(PUNCTUATION.matcher(text.replaceAll("['\u2019]", "")).replaceAll(" "));
    }
}
