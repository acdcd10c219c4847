package org.clubpost.mail.report;

import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.suppression.BounceReason;

/**
 * All that is known of why one recipient did not get a mail.
 *
 * @param codes the codes
 * @param words what the mail system says, {@linkplain Saying#plain plain}
 * @param step at which step of the dialogue
 * @param isProgram whether a program that delivers to the mailbox said it ({@code Diagnostic-Code: x-unix})
 * @param isDelayed whether the mail only waits
 * @param host who said it, as far as that is known, and the recipient's domain, in lower case, with a blank between
 * @param given the reason that the mail system names by a word of its own
 */
record Evidence(Codes codes, String words, Optional<Dialogue> step, boolean isProgram, boolean isDelayed, String host,
        Optional<BounceReason> given) {

    /** Whether the words stand for that reason. */
    boolean says(BounceReason reason) {
        return ReasonWords.say(reason, words);
    }

    /** Whether it was one of these steps. */
    boolean isAt(Dialogue first, Dialogue last) {
        return step.filter(at -> at.compareTo(first) >= 0 && at.compareTo(last) <= 0).isPresent();
    }

    /** Whether the host, or the recipient's domain, ends so, or the words name it. */
    boolean isOf(String ending) {
        for (var name : host.split(" ", -1)) {
            if (name.equals(ending) || name.endsWith("." + ending)) {
                return true;
            }
        }
        return words.contains("." + ending.toLowerCase(Locale.ROOT));
    }
}
