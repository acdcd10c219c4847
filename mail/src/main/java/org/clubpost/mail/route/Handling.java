package org.clubpost.mail.route;

import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.command.Wish;
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

    /**
     * It is for those who run something, and goes on to them.
     *
     * @param whom to whom
     */
    record Forward(Whom whom) implements Handling {

        /** Who gets it. */
        public enum Whom {
            /** The owners of the list. */
            OWNERS_OF_THE_LIST,
            /** Whoever runs the installation, because it is about the domain. */
            OPERATOR
        }

        /** To the owners of the list. */
        public Forward() {
            this(Whom.OWNERS_OF_THE_LIST);
        }
    }

    /**
     * It gives a command that a use case obeys, or that is answered.
     *
     * @param wish what it asks for
     */
    record Serve(Wish.Service wish) implements Handling {}

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

    /** What it reports about a mail of ours is heard. The mail itself goes to nobody. */
    record Reported() implements Handling {}

    /** What it reports is heard, and it goes on to whoever runs the installation, to whose address it was sent. */
    record ReportForOperator() implements Handling {}

    /**
     * It holds commands of somebody who runs the list.
     *
     * @param author who wrote it, whose address is proven
     */
    record Obey(EmailAddress author) implements Handling {}

    /**
     * It holds commands and names somebody who runs the list as its author, and nothing proves that. It is not obeyed,
     * and the owners hear of it.
     *
     * @param named the address that its From field names
     */
    record CommandsUnproven(EmailAddress named) implements Handling {}

    /** It goes to nobody, for that reason. */
    static Handling discard(Reason.Cause cause) {
        return new Judged(new Verdict.Discard(Reason.of(cause)));
    }

    /** Why it goes to nobody or waits, or what it was; empty when it goes to the members. */
    default Optional<Reason> reason() {
        return switch (this) {
            case Judged(var verdict) -> verdict.why();
            case Forward(var whom) -> Optional.of(Reason.of(switch (whom) {
                case OWNERS_OF_THE_LIST -> Reason.Cause.FOR_OWNERS;
                case OPERATOR -> Reason.Cause.FOR_OPERATOR;
            }));
            case Reported _ -> Optional.of(Reason.of(Reason.Cause.BOUNCE));
            case ReportForOperator _ -> Optional.of(Reason.of(Reason.Cause.FOR_OPERATOR));
            case Leave _,LeaveAs _ -> Optional.of(Reason.of(Reason.Cause.LEAVE));
            case Obey _ -> Optional.of(Reason.of(Reason.Cause.COMMANDS));
            case CommandsUnproven _ -> Optional.of(Reason.of(Reason.Cause.COMMANDS_UNPROVEN));
            case OfferToLeave _ -> Optional.of(Reason.of(Reason.Cause.LEAVE_UNPROVEN));
            case Serve(var wish) -> Optional.of(Reason.of(switch (wish) {
                case Wish.Join _ -> Reason.Cause.JOIN;
                case Wish.Confirm _ -> Reason.Cause.CONFIRMATION;
                case Wish.Help _ -> Reason.Cause.HELP;
            }));
        };
    }
}
