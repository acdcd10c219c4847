package org.clubpost.mail.command.admin;

import java.util.Optional;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.notice.CommandResult.Told;
import org.clubpost.core.notice.CommandResult.Word;
import org.clubpost.core.subscription.Invite.Outcome;

/** Has somebody asked by mail whether they want to join. */
final class Invite implements Command {

    @Override
    public String name() {
        return "invite";
    }

    @Override
    public String syntax() {
        return "invite ADDRESS";
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(Permission.CHANGE_MEMBERS);
    }

    @Override
    public Optional<Order> read(String rest) {
        return Somebody.alone(rest).map(address -> desk -> desk.answered(
                desk.tools().invite().invite(desk.actor(), desk.list(), address, desk.since()),
                outcome -> new Told(word(outcome), address.written())));
    }

    private static Word word(Outcome outcome) {
        return switch (outcome) {
            case INVITED -> Word.INVITED;
            case MEMBER -> Word.ALREADY_MEMBER;
            case WAITS -> Word.WAITS_TO_BE_LET_IN;
            case STAYS_AWAY -> Word.STAYS_AWAY;
            case SUPPRESSED -> Word.NOT_WRITTEN_TO;
            case TOO_MANY -> Word.TOO_MANY_INVITED;
        };
    }
}
