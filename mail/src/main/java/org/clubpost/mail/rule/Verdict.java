package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.verdict.Sender;

/** What becomes of a mail, as far as policy decides. */
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

    /** Why it does not simply go to the members; empty when it does. */
    default Optional<Reason> why() {
        return switch (this) {
            case Relay _ -> Optional.empty();
            case Hold(var reason) -> Optional.of(reason);
            case Reject(_, var reason) -> Optional.of(reason);
            case Discard(var reason) -> Optional.of(reason);
            case AskAuthor _ -> Optional.of(Reason.of(Reason.Cause.AUTHOR_TO_CONFIRM));
        };
    }

    /**
     * What becomes of a mail that cannot be sent for that reason: its author is told if proven; otherwise nobody is
     * told.
     */
    static Verdict refused(Incoming mail, Reason reason) {
        return mail.sender() instanceof Sender.Proven(var author) ? new Reject(author, reason) : new Discard(reason);
    }
}
