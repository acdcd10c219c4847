package org.clubpost.mail.route;

import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.rule.Verdict;

/** What is to be done with a mail of any kind. */
public sealed interface Handling {

    /**
     * What policy says of the mail. Of a post it says whether it goes out; of another mail it says that it goes
     * nowhere.
     *
     * @param verdict what becomes of it
     */
    record Judged(Verdict verdict) implements Handling {}

    /** It is for the owners, and goes on to them. */
    record Forward() implements Handling {}

    /**
     * It ends a membership.
     *
     * @param token the token from its subject
     */
    record Leave(String token) implements Handling {}

    /**
     * It ends the membership of its author, whose address is proven.
     *
     * @param member that address
     */
    record LeaveAs(EmailAddress member) implements Handling {}

    /**
     * It asks for an end of the membership of its author, and nothing proves that author. It goes nowhere; a member gets
     * a link with which to leave.
     *
     * @param named the address that its From field names
     */
    record OfferToLeave(EmailAddress named) implements Handling {}

    /** It goes to nobody, for that reason. */
    static Handling discard(Reason.Cause cause) {
        return new Judged(new Verdict.Discard(Reason.of(cause)));
    }

    /** Why it goes to nobody or waits, or what it was; empty when it goes to the members. */
    default Optional<Reason> reason() {
        return switch (this) {
            case Judged(var verdict) -> verdict.why();
            case Forward _ -> Optional.of(Reason.of(Reason.Cause.FOR_OWNERS));
            case Leave _,LeaveAs _ -> Optional.of(Reason.of(Reason.Cause.LEAVE));
            case OfferToLeave _ -> Optional.of(Reason.of(Reason.Cause.LEAVE_UNPROVEN));
        };
    }
}
