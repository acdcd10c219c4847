package org.clubpost.core.notice;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;

/**
 * What of somebody's mail is shown in one of ours: words that a person reads, and no links of ours.
 *
 * @param writer who is answered; empty when the mail does not name one person
 * @param isProven whether it is proven that the mail is from the writer's domain
 * @param messageId the Message-ID field as the mail has it; empty when there is none
 * @param text the beginning of its text, without control characters but for LF line ends; empty when it has none that
 *        can be read
 * @param isCut whether the text goes on
 */
public record Shown(Optional<Writer> writer, boolean isProven, String messageId, String text, boolean isCut) {

    /** Nothing is shown. */
    public static final Shown NOTHING = new Shown(Optional.empty(), false, "", "", false);

    /**
     * Somebody who wrote a mail.
     *
     * @param name as the mail has it, decoded, one line; empty when there is none
     * @param address where an answer goes
     */
    public record Writer(String name, EmailAddress address) {

        /** Says what this is, but not who. */
        @Override
        public String toString() {
            return "Writer[hidden]";
        }
    }

    /** The lines of the text. */
    public List<String> lines() {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    /** Less of the same: so many lines, and so many characters. */
    public Shown beginning(int lines, int characters) {
        var most = Math.min(end(lines), characters);
        if (most >= text.length()) {
            return this;
        }
        var whole = Character.isHighSurrogate(text.charAt(Math.max(most - 1, 0))) ? most - 1 : most;
        var blank = Math.max(text.lastIndexOf(' ', most), text.lastIndexOf('\n', most));
        return new Shown(writer, isProven, messageId,
                text.substring(0, blank > most / 2 ? blank : Math.max(whole, 0)).strip(), true);
    }

    /** Where so many lines end. */
    private int end(int lines) {
        var end = -1;
        for (var line = 0; line < lines; line++) {
            end = text.indexOf('\n', end + 1);
            if (end < 0) {
                return text.length();
            }
        }
        return Math.max(end, 0);
    }

    /** Says what this is, but nothing of the mail. */
    @Override
    public String toString() {
        return "Shown[" + text.length() + " characters]";
    }
}
