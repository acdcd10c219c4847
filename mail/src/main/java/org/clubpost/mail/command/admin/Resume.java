package org.clubpost.mail.command.admin;

import java.util.Optional;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.notice.CommandResult.Told;
import org.clubpost.core.notice.CommandResult.Word;

/** Ends a member's pause. */
final class Resume implements Command {

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public String syntax() {
        return "resume ADDRESS";
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(Permission.CHANGE_MEMBERS);
    }

    @Override
    public Optional<Order> read(String rest) {
        return Somebody.alone(rest).map(address -> desk -> desk.answered(
                desk.tools().members().change(desk.actor(), desk.list(), address,
                        member -> member.with(member.settings().pausedUntil(Optional.empty()))),
                member -> member.isPresent()
                        ? new Told(Word.RESUMED, address.written(), desk.done(address, Act.CHANGED))
                        : new Told(Word.NOT_A_MEMBER, address.written())));
    }
}
