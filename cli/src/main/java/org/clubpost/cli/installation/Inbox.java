package org.clubpost.cli.installation;

import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;

/** The mails that came in, and whoever takes them in. */
public interface Inbox {

    /** Where the mails lie. */
    MailStore mails();

    /** Whether a mail is taken in as soon as it is stored. */
    boolean takesInByItself();

    /** Has a mail taken in once more. What was done about it before is not done again. */
    Answer takeIn(MailKey mail);

    /** What became of the wish. */
    enum Answer {
        /** It is done. */
        TAKEN_IN("taken in"),
        /** It failed; whoever takes mails in has logged why. */
        FAILED("failed"),
        /** The service does it in a moment, or when one is started. */
        HANDED_ON("handed on");

        private final String words;

        Answer(String words) {
            this.words = words;
        }

        /** In words. */
        public String words() {
            return words;
        }
    }
}
