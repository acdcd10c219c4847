package org.clubpost.function.admin.overview;

import java.util.Map;
import java.util.regex.Pattern;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Undo;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/undo}: where the button beside a notice goes. It takes an entry of the list's log back, and leads to
 * the page that the button was on.
 *
 * @param undo the use case
 */
public record UndoRoom(Undo undo) implements Room {

    private static final String ENTRY = "entry";
    private static final String BACK = "back";
    /** What the path and the query of a page of ours consist of; nothing that ends a line of a header. */
    private static final Pattern WAY = Pattern.compile("[A-Za-z0-9/._~%?&=+-]*");
    private static final KnownFields FIELDS = new KnownFields(Map.of(ENTRY, 20, BACK, 500), false);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("undo");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return RoomAnswer.goTo(visit.room());
    }

    private static boolean isOfList(RoomVisit visit, String path) {
        return path.startsWith(visit.room()) && WAY.matcher(path).matches() && !path.contains("..");
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var back = isOfList(visit, visit.text(BACK)) ? visit.text(BACK) : visit.room();
        var outcome = EntryId.parse(visit.text(ENTRY))
                .map(entry -> undo.undo(visit.actor(), visit.list().id(), entry)).orElseGet(Undo.Outcome.Unknown::new);
        var said = switch (outcome) {
            case Undo.Outcome.Undone _ -> "undo.done";
            case Undo.Outcome.ChangedSince _ -> "undo.changed-since";
            case Undo.Outcome.Final _ -> "undo.final";
            case Undo.Outcome.Unknown _ -> "undo.unknown";
            case Undo.Outcome.Denied _ -> "undo.denied";
        };
        return RoomAnswer.done(back, Notice.of(visit.words().text(said)));
    }
}
