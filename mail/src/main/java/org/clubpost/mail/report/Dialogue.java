package org.clubpost.mail.report;

import java.util.List;
import java.util.Optional;

/** What step of the SMTP dialogue (RFC 5321 section 4.1) a mail system speaks of. */
enum Dialogue {

    /** The greeting, or the connection itself. */
    CONNECT("initial connection", "greeting failed", "sent_connect"),
    /** The name of the sending host. */
    HELO("in reply to helo", "in reply to ehlo", "helo command", "ehlo command", "after ehlo", "after helo",
            "my name was rejected", ">>> helo", ">>> ehlo", "(state 13)"),
    /** The envelope sender. */
    MAIL("in reply to mail", "mail from command", ">>> mail", "after mail", "sender was rejected", "mail command",
            "in mail from",
            "our mail from"),
    /** The recipient. */
    RCPT("in reply to rcpt", "rcpt_to", "after rcpt", "rcpt command", "smtp:rcpt", "does not like recipient",
            ">>> rcpt", "<<< rcpt", "in rcpt", "rcpt to command", "rcpt to response", "our rcpt", "following rcpt",
            "to rcpt to", "rcpt to generated"),
    /** The mail itself. */
    DATA("data command", "for text command", ">>> data", "after data", "end of data", "after i sent the message",
            ">>> bdat",
            "smtp command data", "[data]", "(state 18)", "(state 17)", "(state 15)");

    private final List<String> words;

    Dialogue(String... words) {
        this.words = List.of(words);
    }

    /** The last step that the words name. */
    static Optional<Dialogue> in(String plain) {
        Dialogue last = null;
        for (var step : values()) {
            if (step.words.stream().anyMatch(plain::contains)) {
                last = step;
            }
        }
        return Optional.ofNullable(last);
    }
}
