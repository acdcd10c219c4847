package org.clubpost.function.admin.lists;

import java.util.List;
import java.util.Map;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.Role;
import org.clubpost.core.desk.Desk;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms}: all lists for which the visitor has a role, each with its members, its last post, and what waits.
 *
 * @param desk has them with what their posts come to
 */
public record ListsRoom(Desk desk) implements Room {

    @Override
    public RoomPath path() {
        return RoomPath.of();
    }

    @Override
    public KnownFields fields() {
        return NO_FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var mine = desk.lists().stream()
                .filter(each -> Role.of(visit.actor(), each.headed().list()).isPresent()).toList();
        return RoomAnswer.page(this, "lists", visit.words().text("lists.title"), Map.of("lists",
                mine.stream().map(each -> row(visit, each)).toList(), "none", mine.isEmpty()));
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
        return RoomAnswer.goTo(visit.path());
    }
}
