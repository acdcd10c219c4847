package org.clubpost.core.store;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where mails are kept: the inbound ones as they came, and the prepared ones. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface MailStore {

    /** Stores the mail under that key, in place of what was there. When it returns, the mail is safe. */
    void put(MailKey key, MailContent content);

    /** The mail under that key. */
    Optional<StoredMail> find(MailKey key);

    /** Removes the mail under that key. One that is not there is no error. */
    void remove(MailKey key);

    /** The keys that begin with the prefix, in order, read as the stream is consumed. */
    Stream<MailKey> keys(String prefix);
}
