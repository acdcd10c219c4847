package org.clubpost.mail.command;

import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.reason.Reason;

/** What somebody asks for by a command. */
public sealed interface Wish {

    /** What is done by a use case that people reach on pages, too, or is answered by a mail. */
    sealed interface Service extends Wish {}

    /**
     * To join.
     *
     * @param address the address that would join
     * @param isProven whether it is certain that the mail comes from there
     */
    record Join(EmailAddress address, boolean isProven) implements Service {}

    /**
     * To confirm what was asked for with a mail of ours.
     *
     * @param author whom the answer names as its author
     * @param tokens what it has that may be a token
     */
    record Confirm(EmailAddress author, List<String> tokens) implements Service {

        /** Copies the tokens. */
        public Confirm {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * To be told how the list works.
     *
     * @param asker who asks, whose address is proven
     */
    record Help(EmailAddress asker) implements Service {}

    /**
     * To leave.
     *
     * @param member who asks, whose address is proven
     */
    record Leave(EmailAddress member) implements Wish {}

    /**
     * To leave, perhaps: a member gets a link for that.
     *
     * @param named who asks, as far as one can tell
     */
    record LeavePerhaps(EmailAddress named) implements Wish {}

    /** What a person has to read. */
    record ForOwners() implements Wish {}

    /**
     * Nothing that anybody could do.
     *
     * @param cause why
     */
    record Nothing(Reason.Cause cause) implements Wish {}
}
