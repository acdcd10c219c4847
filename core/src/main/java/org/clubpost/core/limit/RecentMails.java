package org.clubpost.core.limit;

import java.time.Instant;
import java.util.List;
import org.clubpost.core.Contested;

/**
 * Remembers the mails that each mailbox got lately. What they mean is a matter of {@link Unanswered}. Every method may
 * throw {@link org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface RecentMails extends Contested {

    /**
     * A mail.
     *
     * @param at when it was sent, to the millisecond
     * @param request what it answers: ASCII letters, digits and {@code - . / #}
     */
    record Mail(Instant at, String request) {

        /** As one word, for a store. */
        public String written() {
            return at.toEpochMilli() + ":" + request;
        }

        /** The mail that was {@linkplain #written written} so. */
        public static Mail of(String written) {
            var end = written.indexOf(':');
            return new Mail(Instant.ofEpochMilli(Long.parseLong(written.substring(0, end))),
                    written.substring(end + 1));
        }
    }

    /**
     * The mails that are remembered, in the order in which they were written; possibly older ones than anybody asks
     * for.
     *
     * @param key whose; never an address in clear
     */
    List<Mail> of(String key);

    /**
     * Remembers these in place of those.
     *
     * @param key whose; never an address in clear
     * @param seen what {@link #of} gave
     * @param until from when on they may be forgotten
     * @return false when it was changed in the meantime; nothing is done then
     */
    boolean replace(String key, List<Mail> seen, List<Mail> changed, Instant until);
}
