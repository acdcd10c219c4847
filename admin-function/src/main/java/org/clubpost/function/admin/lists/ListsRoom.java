package org.clubpost.function.admin.lists;

import java.util.List;
import java.util.Map;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.DeleteLists;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.Role;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.list.ListId;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms}: all lists for which the visitor has a role, each with its members, its last post, and what waits.
 *
 * @param desk has them with what their posts come to
 * @param delete brings deleted lists back
 */
public record ListsRoom(Desk desk, DeleteLists delete) implements Room {

    private static final String RESTORE = "restore";
    private static final KnownFields FIELDS = new KnownFields(Map.of(RESTORE, 40), false);

    @Override
    public RoomPath path() {
        return RoomPath.of();
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var hall = desk.hall();
        var mine = hall.lists().stream()
                .filter(each -> Role.of(visit.actor(), each.headed().list()).isPresent()).toList();
        var gone = DeleteLists.mine(visit.actor(), hall.deleted(), visit.now());
        return RoomAnswer.page(this, "lists", visit.words().text("lists.title"), Map.of("lists",
                mine.stream().map(each -> row(visit, each)).toList(), "none", mine.isEmpty(), "mayMake",
                hall.makers().may(visit.actor()), "newHref", NewListRoom.HREF, "makersHref", MakersRoom.HREF, "deleted",
                gone.stream().map(each -> row(visit, each)).toList(), "hasDeleted", !gone.isEmpty()));
    }

    private static Map<String, String> row(RoomVisit visit, DeletedLists.Deleted gone) {
        var list = gone.list();
        return Map.of("id", list.id().value(), "name", list.profile().name(), "members", visit.words()
                .text("lists.members", Map.of("count", gone.members())), "until",
                visit.words().text("lists.until",
                        Map.of("time", visit.words().time(gone.until(), list.dispatch().zone()))));
    }

    private static Map<String, Object> row(RoomVisit visit, Desk.Glance glance) {
        var headed = glance.headed();
        var list = headed.list();
        var words = visit.words();
        var waiting = glance.waiting();
        var role = Role.of(visit.actor(), list).orElseThrow();
        return Map.of("href", RoomPath.ROOT + "/" + list.id() + "/", "name", list.profile().name(), "address",
                list.address().written(), "role", words.text("role." + role.name()), "members",
                words.text("lists.members", Map.of("count", headed.members())), "last",
                glance.last().map(last -> words.text("lists.last",
                        Map.of("day", words.day(last, list.dispatch().zone())))).stream().toList(),
                "waiting", waiting == 0
                        ? List.of()
                        : List.of(words.text("lists.waiting", Map.of("count", waiting))));
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return ListId.parse(visit.text(RESTORE)).map(list -> restore(visit, list))
                .orElseGet(() -> RoomAnswer.goTo(visit.path()));
    }

    private RoomAnswer restore(RoomVisit visit, ListId id) {
        var words = visit.words();
        return switch (delete.restore(visit.actor(), id)) {
            case DeleteLists.Outcome.Back(var list) -> RoomAnswer.done(visit.path(),
                    Notice.of(words.text("lists.back", Map.of("list", list.profile().name()))));
            case DeleteLists.Outcome.Deleted _,DeleteLists.Outcome.OtherName _,DeleteLists.Outcome.Unknown _,DeleteLists.Outcome.Denied _ ->
                RoomAnswer.done(visit.path(), Notice.of(words.text("lists.too-late"))).as("too-late");
        };
    }
}
