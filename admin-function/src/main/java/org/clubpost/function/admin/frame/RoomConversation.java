package org.clubpost.function.admin.frame;

import java.util.HashMap;
import java.util.List;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;

/**
 * What happens in a room.
 *
 * @param room the room
 * @param place where the visitor is
 * @param rooms all rooms, for the navigation
 * @param doorway lets people in
 */
record RoomConversation(Room room, Place place, List<Room> rooms, Doorway doorway) implements Conversation {

    private static final int MOST_OF_MARK = 40;
    private static final int MOST_OF_LANGUAGE = 35;

    @Override
    public KnownFields fields() {
        return withOurs(room.fields(), false);
    }

    @Override
    public KnownFields query() {
        return withOurs(room.query(), true);
    }

    private static KnownFields withOurs(KnownFields known, boolean othersAllowed) {
        var all = new HashMap<>(known.maxLengths());
        all.put(Marks.FIELD, MOST_OF_MARK);
        all.put(FormRequest.LANGUAGE_FIELD, MOST_OF_LANGUAGE);
        return new KnownFields(all, othersAllowed || known.othersAllowed(), known.bare(), known.several(),
                known.file(), known.mostFiles(), known.maxOctets());
    }

    @Override
    public Handled show(Visit visit) {
        return doorway.look(this, visit, room::show);
    }

    @Override
    public Handled act(Visit visit) {
        return doorway.act(this, visit, room::act);
    }

    /** A link that somebody cut or changed leads to the room as it is. */
    @Override
    public Handled refuseToShow(Visit visit, FieldProblem problem) {
        return show(visit);
    }

    /**
     * The mark is checked all the same, so that nobody learns here what a form of this room may send. Of what is too large
     * nothing was read, the mark neither.
     */
    @Override
    public Handled refuseToAct(Visit visit, FieldProblem problem) {
        return problem.kind() == FieldProblem.Kind.TOO_LARGE
                ? doorway.tooLarge(this, visit, room::tooLarge)
                : doorway.act(this, visit, seen -> room.refuse(seen, problem));
    }
}
