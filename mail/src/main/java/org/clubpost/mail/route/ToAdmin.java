package org.clubpost.mail.route;

import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Role;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.command.admin.AdminCommands;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Sign;
import org.clubpost.mail.rule.Verdict;
import org.clubpost.mail.verdict.Sender;

/**
 * Commands of those who run the list, who have to be proven. What a program sent is never obeyed. Anybody else is told,
 * if proven, that the commands are not for them; when nothing proves that an owner wrote them, the owners hear of it.
 *
 * <p>Programs that look at no Reply-To send the answer to a notice to the list itself. When it decides clearly about the
 * held post, it is taken here all the same, and no member gets it.
 */
final class ToAdmin implements Route {

    @Override
    public Optional<Handling> take(Incoming mail) {
        if (mail.role() != ListRole.ADMIN && !isStrayDecision(mail)) {
            return Optional.empty();
        }
        return Optional.of(switch (mail.sender()) {
            case Sender.Proven(var author) -> ofProven(mail, author);
            case Sender.Claimed(var named) when hasRole(mail, named) -> new Handling.CommandsUnproven(named);
            case Sender.Claimed _,Sender.Nobody _ -> Handling.discard(Reason.Cause.COMMANDS_UNPROVEN);
        });
    }

    private static boolean isStrayDecision(Incoming mail) {
        return mail.role() == ListRole.POST && mail.sender() instanceof Sender.Proven(var author)
                && hasRole(mail, author) && mail.own().has("In-Reply-To") && AdminCommands.decides(mail);
    }

    private static Handling ofProven(Incoming mail, EmailAddress author) {
        var isByProgram = Sign.of(mail).isPresent();
        if (!hasRole(mail, author)) {
            var why = Reason.of(Reason.Cause.COMMANDS_NOT_ALLOWED, mail.list().address(ListRole.OWNER).ascii());
            return new Handling.Judged(isByProgram ? new Verdict.Discard(why) : new Verdict.Reject(author, why));
        }
        return isByProgram
                ? new Handling.Judged(new Verdict.Reject(author, Reason.of(Reason.Cause.COMMANDS_LIKE_A_PROGRAM)))
                : new Handling.Obey(author);
    }

    private static boolean hasRole(Incoming mail, EmailAddress address) {
        return Role.of(new Actor.Owner(address), mail.list()).isPresent();
    }

    @Override
    public String name() {
        return "admin-address";
    }
}
