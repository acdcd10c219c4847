package org.clubpost.mail.command.admin;

import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Undo;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.notice.CommandResult.Told;
import org.clubpost.core.notice.CommandResult.Word;

/** Takes an act back, by the number that the answer to it or the log gives. */
final class UndoAct implements Command {

    @Override
    public String name() {
        return "undo";
    }

    @Override
    public String syntax() {
        return "undo NUMBER";
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.empty();
    }

    @Override
    public Optional<Order> read(String rest) {
        return EntryId.parse(rest.strip().replaceAll("^#|[.,;!]+$", "").toLowerCase(Locale.ROOT))
                .map(id -> desk -> undo(desk, id));
    }

    private static CommandResult undo(Desk desk, EntryId id) {
        if (desk.isUndone(id)) {
            return new Told(Word.UNDONE, id.value());
        }
        return switch (desk.tools().undo().undo(desk.actor(), desk.list().id(), id)) {
            case Undo.Outcome.Undone _ -> new Told(Word.UNDONE, id.value());
            case Undo.Outcome.Asked _ -> new Told(Word.UNDO_ASKED, id.value());
            case Undo.Outcome.ChangedSince _ -> new Told(Word.CHANGED_SINCE, id.value());
            case Undo.Outcome.Final _ -> new Told(Word.FINAL, id.value());
            case Undo.Outcome.Unknown _ -> new Told(Word.NO_SUCH_ACT, id.value());
            case Undo.Outcome.Denied _ -> new Told(Word.NOT_ALLOWED, "");
        };
    }
}
