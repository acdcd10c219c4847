package org.clubpost.core.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.suppression.Trace;

/**
 * A mail that we write ourselves, about a list, to one address. So that no machine answers it, it says {@code
 * Auto-Submitted: auto-generated}, or {@code auto-replied} when it answers a mail (RFC 3834 section 5).
 */
public sealed interface Notice permits Gathered, JoinNotice, MemberNotice, OwnerNotice, PostNotice {

    /** The list that it is about. */
    MailingList list();

    /** Who gets it. */
    EmailAddress recipient();

    /** The language to write in. */
    Locale language();

    /**
     * By what the mail is known when it comes back; empty when nothing needs to be known then. Only what we write to
     * members because their mail comes back has a mark. All other mails answer something that somebody did just now,
     * perhaps somebody else in their name, so what comes back of them must not count against a member; where an address
     * is no good, the next copies tell it.
     */
    default Optional<Trace.Marked> mark() {
        return Optional.empty();
    }

    /** The address of ours that an answer goes to, where it is another one than that of the owners. */
    default Optional<EmailAddress> answer() {
        return Optional.empty();
    }

    /** The mails of others that it brings, in the order in which it names them; also those too large to be attached. */
    default List<ForwardedMail> brings() {
        return List.of();
    }
}
