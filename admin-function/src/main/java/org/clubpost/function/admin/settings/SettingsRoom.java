package org.clubpost.function.admin.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.ChangeSettings;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.setting.ListSetting;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.list.setting.Topic;
import org.clubpost.function.admin.frame.Confirmation;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/settings}: all settings as they are, what can be done with one press, and the way to each topic.
 *
 * @param change the use case
 */
public record SettingsRoom(ChangeSettings change) implements Room {

    private static final String WISH = "wish";
    private static final KnownFields FIELDS = new KnownFields(Map.of(WISH, 20), false);
    private static final String SIGN_UP = "sign-up";

    @Override
    public RoomPath path() {
        return RoomPath.ofList("settings");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.CHANGE_LIST);
    }

    @Override
    public Optional<String> tab() {
        return Optional.of("settings.tab");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var words = new SettingWords(visit.words());
        var isClosed = visit.list().signUp().entrance().admission() == Admission.CLOSED;
        return RoomAnswer.page(this, "settings", visit.words().text("settings.title"), Map.of("isClosed", isClosed,
                "isOpen", !isClosed, "copyHref", visit.room("settings", "copy"), "deleteHref",
                visit.may(Permission.DELETE_LIST) ? List.of(visit.room("delete")) : List.of(), "topics",
                Stream.of(Topic.values()).map(topic -> topic(visit, words, topic)).toList()));
    }

    private static Map<String, Object> topic(RoomVisit visit, SettingWords words, Topic topic) {
        var rows = ListSettings.all().stream().filter(setting -> setting.topic() == topic)
                .map(setting -> Map.of("name", words.name(setting), "value", shown(visit, words, setting))).toList();
        return Map.of("name", words.topic(topic), "id", SettingWords.piece(topic), "href",
                visit.room("settings", SettingWords.piece(topic)), "rows", rows, "peopleHref",
                topic == Topic.PEOPLE ? List.of(visit.room("people")) : List.of());
    }

    private static String shown(RoomVisit visit, SettingWords words, ListSetting<?> setting) {
        return words.shown(setting, setting.shown(visit.list()));
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var words = visit.words();
        var actor = visit.actor();
        var list = visit.list().id();
        return switch (visit.text(WISH)) {
            case "close-sign-up" -> Saved.answer(visit, visit.path(), change.change(actor, list, Map.of(SIGN_UP,
                    "closed")), words.text("settings.sign-up-closed"));
            case "open-sign-up" -> Saved.answer(visit, visit.path(), change.change(actor, list, Map.of(SIGN_UP,
                    "open")), words.text("settings.sign-up-opened"));
            case "ask-close" -> Confirmation.asking(visit, words.text("settings.close.title"))
                    .saying(words.text("settings.close.text"))
                    .listing(List.of(words.text("settings.close.nobody-joins"),
                            words.text("settings.close.not-listed"), words.text("settings.close.owners-write")))
                    .sending(WISH, "close").button(words.text("settings.close.button"));
            case "close" -> Saved.answer(visit, visit.path(), change.close(actor, list),
                    words.text("settings.closed"));
            default -> RoomAnswer.goTo(visit.path());
        };
    }
}
