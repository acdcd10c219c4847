package org.clubpost.function.admin.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.ChangeSettings;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/settings/copy}: takes over the settings of another list that the visitor runs.
 *
 * @param lists the lists
 * @param change the use case
 */
public record CopyRoom(Lists lists, ChangeSettings change) implements Room {

    private static final String FROM = "from";
    private static final KnownFields FIELDS = new KnownFields(Map.of(FROM, 40), false);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("settings", "copy");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.CHANGE_LIST);
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var others = others(visit);
        var options = others.stream()
                .map(list -> new Field.Option(list.id().value(), list.profile().name() + " (" + list.id() + ")"))
                .toList();
        return RoomAnswer.page(this, "copy", visit.words().text("settings.copy.title"), Map.of("none",
                others.isEmpty(), "some", !others.isEmpty(), "back", visit.room("settings"), "fields",
                others.isEmpty()
                        ? List.of()
                        : Field.shown(Field.choice(FROM, visit.words().text("settings.copy.from"), options,
                                options.getFirst().value()))));
    }

    private List<MailingList> others(RoomVisit visit) {
        return lists.all().stream().filter(list -> !list.id().equals(visit.list().id())
                && Role.may(visit.actor(), list, Permission.CHANGE_LIST)).toList();
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var from = ListId.parse(visit.text(FROM)).flatMap(lists::find);
        return from.map(list -> Saved.answer(visit, visit.room("settings"),
                change.copy(visit.actor(), visit.list().id(), list),
                visit.words().text("settings.copied", Map.of("list", list.profile().name()))))
                .orElseGet(() -> RoomAnswer.goTo(visit.path()));
    }
}
