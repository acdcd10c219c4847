package org.clubpost.mail.command.admin;

import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.notice.CommandResult.Told;
import org.clubpost.core.notice.CommandResult.Word;

/** Takes a member off, or drops a request to join. Whoever waits for the owners is told that they are not let in. */
final class Remove implements Command {

    @Override
    public String name() {
        return "remove";
    }

    @Override
    public String syntax() {
        return "remove ADDRESS";
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(Permission.CHANGE_MEMBERS);
    }

    @Override
    public Optional<Order> read(String rest) {
        return Somebody.alone(rest).map(address -> desk -> remove(desk, address));
    }

    private static CommandResult remove(Desk desk, EmailAddress address) {
        var before = desk.done(address, Act.REMOVED);
        if (before.isPresent()) {
            return new Told(Word.REMOVED, address.written(), before);
        }
        return desk.answered(desk.tools().applicants().refuse(desk.actor(), desk.list(), address),
                isRefused -> isRefused
                        ? new Told(Word.NOT_LET_IN, address.written())
                        : desk.answered(desk.tools().members().remove(desk.actor(), desk.list(), address),
                                isRemoved -> isRemoved || desk.done(address, Act.WITHDRAWN).isPresent()
                                        ? new Told(Word.REMOVED, address.written(), desk.done(address, Act.REMOVED))
                                        : new Told(Word.NOT_A_MEMBER, address.written())));
    }
}
