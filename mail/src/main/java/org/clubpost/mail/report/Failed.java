package org.clubpost.mail.report;

import org.clubpost.core.suppression.Blame;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;

/**
 * One recipient of whom a report tells, and in nearly all reports one whom the mail did not reach.
 *
 * @param address whom we wrote to, as far as the report tells: {@code Original-Recipient} before {@code Final-Recipient}
 * @param finalAddress where the mail was going at the end; another one than {@code address} when it was forwarded
 * @param lasting for how long the receiving side takes none, by the class of the code, else by its words
 * @param reason why
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; empty when there is none
 * @param replyCode the reply code of SMTP, such as {@code 550}; empty when there is none
 * @param diagnostic what the mail system says, on one line, cut to {@link #MOST_WORDS} characters
 * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code expanded} (RFC 3464
 *        section 2.3.3)
 */
public record Failed(String address, String finalAddress, Lasting lasting, BounceReason reason, String status,
        String replyCode, String diagnostic, String action) {

    /** No more characters of what a mail system says are kept. */
    public static final int MOST_WORDS = 1_000;

    /** Whether the mail will not be tried again, and nobody said that it was for the moment only. */
    public boolean isPermanent() {
        return lasting != Lasting.TRANSIENT;
    }

    /** Whether the mail got there. */
    public boolean hasArrived() {
        return action.equals("delivered");
    }

    /** Whether the address itself is dead. */
    public boolean isDead() {
        return reason.blame() == Blame.ADDRESS && isPermanent();
    }
}
