package org.clubpost.mail.report;

import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.mail.field.HeaderText;

/**
 * Reads a refusal that a mail system answers with in the dialogue of SMTP (RFC 5321 section 4.2), as if it stood in a
 * report. Has no state, and is safe for use by many threads.
 */
public final class ReplyReader {

    private ReplyReader() {}

    /**
     * Reads what was answered to RCPT.
     *
     * @param reply the reply code and the words of all lines, with blanks between
     */
    public static Failed toRecipient(EmailAddress recipient, String reply) {
        return read(recipient, reply, Dialogue.RCPT);
    }

    /**
     * Reads what was answered to the mail itself.
     *
     * @param reply the reply code and the words of all lines, with blanks between
     */
    public static Failed toMail(EmailAddress recipient, String reply) {
        return read(recipient, reply, Dialogue.DATA);
    }

    private static Failed read(EmailAddress recipient, String reply, Dialogue step) {
        var words = HeaderText.cut(reply.replaceAll("\\s+", " ").strip(), Failed.MOST_WORDS);
        var codes = Codes.in(words);
        var address = recipient.written();
        var reason = Reasons.of(new Evidence(codes, Saying.plain(words), Optional.of(step), false, false,
                HostNames.in(words) + " " + recipient.domain().toLowerCase(Locale.ROOT), Optional.empty()));
        var lasting = reply.startsWith("5") ? Lasting.PERMANENT : Lasting.TRANSIENT;
        return new Failed(address, address, lasting, reason, codes.status(), codes.reply(), words, "failed");
    }
}
