package org.clubpost.mail.receive;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.moderation.AskAuthor;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.moderation.HoldForOwners;
import org.clubpost.core.moderation.Reject;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.mail.route.Handling;
import org.clubpost.mail.route.Handling.Forward.Whom;
import org.clubpost.mail.rule.Verdict;

/**
 * Carries out what was decided about a mail, by handing it to the one class that does that. Whatever has an effect
 * outside is done before the post's state says so. If a run dies, the next run makes up for it.
 *
 * @param relay sends posts to the members
 * @param hold makes posts wait for the owners
 * @param ask makes posts wait for their authors
 * @param reject tells authors that a post goes to nobody
 * @param discard lets mails go to nobody
 * @param forward passes mails on to the owners
 * @param leave ends memberships
 * @param reports tells what came back
 * @param obey carries out commands
 * @param serve does what people ask for by mail
 * @param ids stand for senders in the owners' budgets
 */
record CarryOut(Relay relay, HoldForOwners hold, AskAuthor ask, Reject reject, Discard discard, ForwardToOwners forward,
        LeaveList leave, TakeReports reports, Obedience obey, ServeCommand serve, SubscriberIds ids) {

    Fate carryOut(Handling handling, ReceivedMail mail) {
        return switch (handling) {
            case Handling.Judged(var verdict) -> carryOut(verdict, mail);
            case Handling.Reported _ -> reports.take(mail);
            case Handling.ReportForOperator _ -> {
                reports.tell(mail);
                yield forward.forward(mail, Whom.OPERATOR);
            }
            case Handling.Forward(var whom) -> forward.forward(mail, whom);
            case Handling.Serve(var wish) -> serve.serve(mail, wish);
            case Handling.Leave(var token) -> leave.leave(mail, token);
            case Handling.LeaveAs(var member) -> leave.leave(mail, member);
            case Handling.OfferToLeave(var named) -> leave.offer(mail, named);
            case Handling.Obey(var author) -> obey.obey(mail, author);
            case Handling.CommandsUnproven(var named) -> obey.doubt(mail, named);
        };
    }

    /**
     * Does what is asked for besides, and leaves the post as it is. Nobody leaves by a mail that is a post as well: an
     * answer to all of a mail that named the address for leaving is no wish to leave. They get the link.
     */
    void besides(Handling handling, ReceivedMail mail) {
        switch (handling) {
            case Handling.Reported _ -> reports.tell(mail);
            case Handling.ReportForOperator _ -> {
                reports.tell(mail);
                forward.tell(mail, Whom.OPERATOR);
            }
            case Handling.Forward(var whom) -> forward.tell(mail, whom);
            case Handling.Serve(var wish) -> serve.obey(mail, wish);
            case Handling.Leave(var token) -> leave.end(token);
            case Handling.LeaveAs(var member) when mail.incoming().role() == ListRole.POST ->
                leave.offerOnly(mail, member);
            case Handling.LeaveAs(var member) -> leave.end(mail, member);
            case Handling.OfferToLeave(var named) -> leave.offerOnly(mail, named);
            case Handling.Obey(var author) -> obey.besides(mail, author);
            case Handling.CommandsUnproven _,Handling.Judged _ -> {
                // What becomes of the mail itself is judged apart.
            }
        }
    }

    Fate carryOut(Verdict verdict, ReceivedMail mail) {
        return switch (verdict) {
            case Verdict.Relay _ -> switch (relay.asWished(mail)) {
                case Relay.Outcome.Begun(var fate) -> fate;
                case Relay.Outcome.TooLarge(var read, var reason) ->
                    carryOut(Verdict.refused(read.incoming(), reason), read);
            };
            case Verdict.Hold(var reason) -> hold(mail, reason);
            case Verdict.AskAuthor(var author) -> ask(mail, author);
            case Verdict.Reject(var author, var reason) -> reject.reject(mail.read(), author, reason)
                    ? new Fate.Rejected(reason)
                    : unanswered(mail, reason);
            case Verdict.Discard(var reason) -> discard(mail, reason);
        };
    }

    /**
     * The author got an answer today, and perhaps a program writes back to each. So the owners hear of it instead, but
     * for a mail that they do not want to see, one that went out already, and one that is for somebody else.
     */
    private Fate unanswered(ReceivedMail mail, Reason reason) {
        return switch (reason.cause()) {
            case MAY_NOT_POST,
                    NO_AUTHOR,
                    UNPROVEN,
                    REPEATED,
                    CALENDAR_ANSWER,
                    COMMANDS_NOT_ALLOWED,
                    LIST_DELETED ->
                discard(mail, reason);
            // Somebody with a role may have written it. Held, it could be sent to all.
            case COMMANDS_LIKE_A_PROGRAM -> {
                forward.tell(mail, Whom.OWNERS_OF_THE_LIST);
                yield discard(mail, reason);
            }
            default -> hold(mail, reason);
        };
    }

    private Fate discard(ReceivedMail mail, Reason reason) {
        discard.discard(mail.read(), reason);
        return new Fate.Discarded(reason);
    }

    private Fate hold(ReceivedMail mail, Reason reason) {
        return hold.hold(mail.read(), reason,
                new HoldForOwners.Writer(mail.sender(ids), mail.provenAuthor()), mail::forwarded)
                        ? new Fate.Held(reason)
                        : new Fate.Settled();
    }

    private Fate ask(ReceivedMail mail, EmailAddress author) {
        return switch (ask.ask(mail.read(), author)) {
            case ASKED -> new Fate.Held(Reason.of(Reason.Cause.AUTHOR_TO_CONFIRM));
            case TOO_OFTEN -> hold(mail, Reason.of(Reason.Cause.UNPROVEN_AGAIN));
            case SETTLED -> new Fate.Settled();
        };
    }
}
