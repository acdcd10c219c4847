package org.clubpost.function.admin.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.ChangeSettings;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.list.LogoFile;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.ListSetting;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.list.setting.Shape;
import org.clubpost.core.list.setting.Topic;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/settings/TOPIC}: a form with the settings of a topic. What is wrong is said at its field, and what
 * was typed stays. A field that was not touched leaves its setting as it is, also when somebody else changed that in the
 * meantime.
 *
 * @param change the use case
 * @param sample a mail to show what the settings do to posts
 */
public record TopicRoom(ChangeSettings change, SampleMail sample) implements Room {

    /** The button that only shows what the settings would do. */
    private static final String LOOK = "look";
    /** What the settings were when the form was shown. */
    private static final String SEEN = "seen";
    private static final String REMOVE = "remove-";
    /** Whom it takes an invitation to become. */
    private static final Set<String> INVITED = Set.of("owners", "moderators");
    private static final int MOST_OF_MARKS = 2_000;
    private static final int MOST_OCTETS = 128 << 10;
    private static final Set<Topic> IN_MAILS = Set.of(Topic.LAYOUT, Topic.BRAND);
    private static final KnownFields FIELDS = known();

    private static KnownFields known() {
        var fields = new TreeMap<String, Integer>();
        var picture = Optional.<String>empty();
        for (var setting : ListSettings.all()) {
            if (setting.shape() instanceof Shape.Picture) {
                picture = Optional.of(setting.key());
                fields.put(REMOVE + setting.key(), 3);
            } else {
                fields.put(setting.key(), setting.shape().longest());
            }
        }
        fields.put(LOOK, 3);
        fields.put(SEEN, MOST_OF_MARKS);
        var known = new KnownFields(fields, true).ofOctets(MOST_OCTETS);
        return picture.map(field -> known.withFile(field, MOST_OCTETS)).orElse(known);
    }

    @Override
    public RoomPath path() {
        return RoomPath.ofList("settings", RoomPath.ANY);
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
    public KnownFields query() {
        return NO_FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return SettingWords.topic(visit.piece(0)).map(topic -> page(visit, topic, Map.of(), Set.of()))
                .orElseGet(RoomAnswer::notFound);
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return SettingWords.topic(visit.piece(0)).map(topic -> act(visit, topic)).orElseGet(RoomAnswer::notFound);
    }

    @Override
    public RoomAnswer refuse(RoomVisit visit, FieldProblem problem) {
        return SettingWords.topic(visit.piece(0))
                .map(topic -> page(visit, topic, typed(visit, topic), Set.of(problem.field()))
                        .withProblem(problem.status(), visit.problem(problem)))
                .orElseGet(RoomAnswer::notFound);
    }

    private RoomAnswer act(RoomVisit visit, Topic topic) {
        var typed = typed(visit, topic);
        var touched = new TreeMap<>(typed);
        var seen = visit.text(SEEN);
        in(topic).stream().filter(setting -> seen.contains(mark(setting, typed.getOrDefault(setting.key(), ""))))
                .forEach(setting -> touched.remove(setting.key()));
        if (visit.has(LOOK)) {
            return page(visit, topic, typed, ChangeSettings.tried(visit.list(), touched).wrong());
        }
        var outcome = change.change(visit.actor(), visit.list().id(), touched);
        return outcome instanceof ChangeSettings.Outcome.Refused(var wrong)
                ? page(visit, topic, typed, wrong).withProblem(400, problem(visit, wrong))
                : Saved.answer(visit, visit.path(), outcome, visit.words().text("settings.saved"));
    }

    private static String problem(RoomVisit visit, Set<String> wrong) {
        var words = new SettingWords(visit.words());
        return visit.words().text("settings.refused", Map.of("names", wrong.stream()
                .flatMap(key -> ListSettings.named(key).stream()).map(words::name).collect(Collectors.joining(", "))));
    }

    /** What was typed, by the names of the settings. A browser sends line breaks as CR LF. */
    private static Map<String, String> typed(RoomVisit visit, Topic topic) {
        var typed = new TreeMap<String, String>();
        for (var setting : in(topic)) {
            if (setting.shape() instanceof Shape.Picture) {
                picture(visit, setting).ifPresent(picture -> typed.put(setting.key(), picture));
            } else if (visit.visit().fields().values().containsKey(setting.key())) {
                typed.put(setting.key(), visit.text(setting.key()).replace("\r\n", "\n"));
            }
        }
        return typed;
    }

    /** The picture that was uploaded, or nothing in its place; empty when it stays. A file that is none is no value. */
    private static Optional<String> picture(RoomVisit visit, ListSetting<?> setting) {
        var file = visit.file(setting.key()).filter(upload -> !upload.isEmpty());
        if (file.isPresent()) {
            return Optional.of(LogoFile.take(file.get().octets()) instanceof LogoFile.Taken.Picture(var logo)
                    ? logo.dataUrl()
                    : "no picture");
        }
        return visit.has(REMOVE + setting.key()) ? Optional.of("") : Optional.empty();
    }

    private RoomAnswer page(RoomVisit visit, Topic topic, Map<String, String> typed, Set<String> wrong) {
        var words = new SettingWords(visit.words());
        var list = visit.list();
        var model = new HashMap<String, Object>();
        model.put("fields", in(topic).stream().map(setting -> words.field(setting, value(list, setting, typed),
                setting.usual(list), wrong.contains(setting.key()))).toList());
        model.put("seen", visit.has(SEEN)
                ? visit.text(SEEN)
                : in(topic).stream().map(setting -> mark(setting, setting.shown(list))).collect(Collectors.joining()));
        model.put("back", visit.room("settings"));
        model.put("sample", IN_MAILS.contains(topic)
                ? List.of(sample.of(ChangeSettings.tried(list, typed).list(), visit.words()))
                : List.of());
        model.put("hasSample", IN_MAILS.contains(topic));
        model.put("people", topic == Topic.PEOPLE ? List.of(visit.room("people")) : List.of());
        return RoomAnswer.page(this, "topic", words.topic(topic), model);
    }

    private static String value(MailingList list, ListSetting<?> setting, Map<String, String> typed) {
        return setting.shape() instanceof Shape.Picture
                ? setting.shown(list)
                : typed.getOrDefault(setting.key(), setting.shown(list));
    }

    private static List<ListSetting<?>> in(Topic topic) {
        var all = new ArrayList<>(ListSettings.all());
        all.removeIf(setting -> setting.topic() != topic || INVITED.contains(setting.key()));
        return all;
    }

    /** Tells a value that was not touched from others. Whoever finds another value for it changes nothing by that. */
    private static String mark(ListSetting<?> setting, String value) {
        return setting.key() + ":" + Integer.toHexString(value.replace("\r\n", "\n").strip().hashCode()) + ";";
    }
}
