package org.clubpost.mail.rule;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.reason.Reason;

/** What becomes of a mail. */
public sealed interface Verdict {

    /** It goes to the members. */
    record Relay() implements Verdict {}

    /**
     * It waits for the owners.
     *
     * @param reason why
     */
    record Hold(Reason reason) implements Verdict {}

    /**
     * It goes to nobody, and its author is told. Only for an author whose address is proven.
     *
     * @param author whom to tell
     * @param reason why
     */
    record Reject(EmailAddress author, Reason reason) implements Verdict {}

    /**
     * It goes to nobody, and nobody is told; it is kept, with the reason to be seen.
     *
     * @param reason why
     */
    record Discard(Reason reason) implements Verdict {}

    /**
     * It waits until its author confirms it: the address may post, and nothing proves that the mail came from there.
     *
     * @param author the address that the mail claims to be from
     */
    record AskAuthor(EmailAddress author) implements Verdict {}

    /** It is for the owners, not for the members. */
    record Forward() implements Verdict {}

    /**
     * It ends a membership.
     *
     * @param token the token from its subject
     */
    record Leave(String token) implements Verdict {}

    /**
     * It ends the membership of its author, whose address is proven.
     *
     * @param member that address
     */
    record LeaveAs(EmailAddress member) implements Verdict {}
}
