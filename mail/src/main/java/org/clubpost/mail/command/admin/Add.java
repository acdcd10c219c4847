package org.clubpost.mail.command.admin;

import java.util.Optional;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.notice.CommandResult.Told;
import org.clubpost.core.notice.CommandResult.Word;
import org.clubpost.core.subscription.Membership;

/** Brings somebody in, on the word of whoever writes that they agreed. Whoever waits for the owners is let in. */
final class Add implements Command {

    /** On record where no reason is given. */
    private static final String BY_MAIL = "added by mail";

    @Override
    public String name() {
        return "add";
    }

    @Override
    public String syntax() {
        return "add ADDRESS [NAME] [: REASON]";
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.of(Permission.CHANGE_MEMBERS);
    }

    @Override
    public Optional<Order> read(String rest) {
        return Somebody.read(rest).map(somebody -> desk -> add(desk, somebody));
    }

    private static CommandResult add(Desk desk, Somebody somebody) {
        var address = somebody.address();
        var word = somebody.reason().isEmpty() ? Word.ADDED_WITHOUT_REASON : Word.ADDED;
        var before = desk.done(address, Act.JOINED);
        if (before.isPresent()) {
            return new Told(word, address.written(), before);
        }
        return desk.answered(desk.tools().applicants().letIn(desk.actor(), desk.list(), address), isIn -> isIn
                ? new Told(Word.LET_IN, address.written())
                : bringIn(desk, somebody, word));
    }

    private static CommandResult bringIn(Desk desk, Somebody somebody, Word word) {
        var address = somebody.address();
        var reason = somebody.reason().isEmpty() ? BY_MAIL : somebody.reason();
        var tally = desk.tools().members().add(desk.actor(), desk.list(),
                new Membership.Newcomer(address, somebody.name()),
                reason);
        return desk.answered(tally, known -> {
            if (known.added() > 0) {
                return new Told(word, address.written(), desk.done(address, Act.JOINED));
            }
            return new Told(known.alreadyMembers() > 0 ? Word.ALREADY_MEMBER : Word.STAYS_AWAY, address.written());
        });
    }
}
