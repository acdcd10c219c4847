package org.clubpost.function.admin.lists;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.DeleteLists;
import org.clubpost.core.admin.Permission;
import org.clubpost.function.admin.frame.Confirmation;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/delete}: deletes the list with its members, for whoever types its name. It can come back for a week
 * ({@link ListsRoom}).
 *
 * @param delete the use case
 */
public record DeleteRoom(DeleteLists delete) implements Room {

    private static final String NAME = "name";
    private static final int MOST_OF_NAME = 200;
    private static final KnownFields FIELDS = new KnownFields(Map.of(NAME, MOST_OF_NAME), false);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("delete");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.DELETE_LIST);
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return page(visit, false);
    }

    private static RoomAnswer page(RoomVisit visit, boolean isWrong) {
        var words = visit.words();
        var name = visit.list().profile().name();
        return Confirmation.asking(visit, words.text("delete.title", Map.of("list", name)))
                .saying(words.text("delete.lead", Map.of("count", visit.headed().members())))
                .listing(List.of(words.text("delete.now"), words.text("delete.later"), words.text("delete.told"),
                        words.text("delete.rest")))
                .with(Field.line("text", NAME, words.text("delete.name", Map.of("list", name)), "", MOST_OF_NAME)
                        .required().wrong(isWrong))
                .back(visit.room("settings")).button(words.text("delete.button"));
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var words = visit.words();
        return switch (delete.delete(visit.actor(), visit.list().id(), visit.text(NAME))) {
            case DeleteLists.Outcome.Deleted(var list, var until) -> RoomAnswer.done(RoomPath.ROOT,
                    Notice.of(words.text("delete.done", Map.of("list", list.profile().name(), "time",
                            words.time(until, visit.zone())))));
            case DeleteLists.Outcome.OtherName _ -> page(visit, true).withProblem(400, words.text("delete.other"));
            case DeleteLists.Outcome.Back _,DeleteLists.Outcome.Unknown _,DeleteLists.Outcome.Denied _ ->
                RoomAnswer.notFound();
        };
    }
}
