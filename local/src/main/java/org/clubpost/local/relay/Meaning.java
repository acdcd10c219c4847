package org.clubpost.local.relay;

import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.report.ReplyReader;

/** What a server's refusal means, by what it answers to. */
enum Meaning {

    /** To MAIL: it is about us, the sender. */
    SENDER {

        @Override
        SendOutcome of(Reply answer) {
            if (answer.code() == LOGIN_NEEDED) {
                return blocked(Reason.of(Reason.Cause.RELAY_LOGIN_NEEDED, answer.codes()));
            }
            var doubt = Doubt.in(answer);
            if (doubt.isPresent() && doubt.get() != Doubt.POLICY) {
                return limited(answer);
            }
            if (answer.code() == MAIL_TOO_LARGE) {
                return MAIL.of(answer);
            }
            return answer.isForGood()
                    ? blocked(Reason.of(Reason.Cause.RELAY_SENDER_REFUSED, answer.codes()))
                    : unreachable(Reason.of(Reason.Cause.RELAY_MAIL_LATER, answer.codes()));
        }
    },

    /** To RCPT: it is about the recipient, unless it is about us. */
    RECIPIENT {

        @Override
        SendOutcome of(Reply answer) {
            return perhapsOurs(answer, Reason.Cause.RELAY_RECIPIENT_REFUSED, Reason.Cause.RELAY_RECIPIENT_LATER);
        }
    },

    /** To DATA and to the mail: it is about the mail, unless it is about us. */
    MAIL {

        @Override
        SendOutcome of(Reply answer) {
            return perhapsOurs(answer, Reason.Cause.RELAY_MAIL_REFUSED, Reason.Cause.RELAY_MAIL_LATER);
        }
    };

    /** In the order of the commands: MAIL, RCPT, DATA. */
    static final List<Meaning> TO = List.of(SENDER, RECIPIENT, MAIL);

    private static final int MAIL_TOO_LARGE = 552;
    private static final int LOGIN_NEEDED = 530;

    /** What becomes of the one mail. */
    abstract SendOutcome of(Reply answer);

    /** What a refusal says about the recipient, whatever the words for it are. */
    SendOutcome.Why why(EmailAddress recipient, Reply answer) {
        var said = answer.code() + " " + String.join(" ", answer.lines());
        var failed = this == RECIPIENT
                ? ReplyReader.toRecipient(recipient, said)
                : ReplyReader.toMail(recipient, said);
        return new SendOutcome.Why(failed.lasting(), failed.reason(), failed.status());
    }

    /** What becomes of a mail when the server ends the connection in that answer (421), to whatever it answers. */
    static SendOutcome ofClosing(Meaning to, Reply answer) {
        return Doubt.in(answer).isPresent()
                ? to.of(answer)
                : unreachable(Reason.of(Reason.Cause.RELAY_MAIL_LATER, answer.codes()));
    }

    private static SendOutcome perhapsOurs(Reply answer, Reason.Cause refused, Reason.Cause later) {
        if (answer.code() == LOGIN_NEEDED) {
            return blocked(Reason.of(Reason.Cause.RELAY_LOGIN_NEEDED, answer.codes()));
        }
        var isForGood = answer.isForGood();
        var reason = Reason.of(isForGood ? refused : later, answer.codes());
        return Doubt.in(answer).<SendOutcome>map(doubt -> switch (doubt) {
            case OURS -> new SendOutcome.Doubtful(SendOutcome.Doubtful.Blame.SENDER,
                    Reason.of(Reason.Cause.SENDER_LIMITED, answer.codes()));
            case LIMIT, POLICY -> new SendOutcome.Doubtful(SendOutcome.Doubtful.Blame.UNCLEAR, reason);
        }).orElseGet(() -> isForGood ? new SendOutcome.Refused(reason) : new SendOutcome.Later(reason));
    }

    private static SendOutcome.Deferred limited(Reply answer) {
        return new SendOutcome.Deferred(DeferralCause.LIMITED, Reason.of(Reason.Cause.SENDER_LIMITED, answer.codes()));
    }

    static SendOutcome.Deferred unreachable(Reason reason) {
        return new SendOutcome.Deferred(DeferralCause.UNREACHABLE, reason);
    }

    private static SendOutcome.Deferred blocked(Reason reason) {
        return new SendOutcome.Deferred(DeferralCause.BLOCKED, reason);
    }
}
