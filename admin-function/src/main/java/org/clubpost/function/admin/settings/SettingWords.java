package org.clubpost.function.admin.settings;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.list.setting.ListSetting;
import org.clubpost.core.list.setting.Shape;
import org.clubpost.core.list.setting.Topic;
import org.clubpost.core.text.ByteSize;
import org.clubpost.core.text.Catalogue;
import org.clubpost.core.text.Languages;
import org.clubpost.core.text.TimeSpan;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.words.Words;

/**
 * Settings in plain words. A setting for which there are none yet is shown by its name and what the table of settings
 * says of it, so that a new one can be changed at once.
 *
 * @param words the words
 */
public record SettingWords(Words words) {

    private static final int MOST_SHOWN = 120;
    /** Less is said in octets. */
    private static final long LEAST_SAID = 1 << 10;

    /** What the setting is called. */
    public String name(ListSetting<?> setting) {
        return text("setting." + setting.key() + ".name").orElse(setting.key());
    }

    /** What it is for. */
    String meaning(ListSetting<?> setting) {
        return text("setting." + setting.key() + ".text").orElseGet(setting::meaning);
    }

    /** What the settings of the topic are about. */
    String topic(Topic topic) {
        return words.text("settings.topic." + piece(topic));
    }

    /** The topic in a path. */
    static String piece(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The topic with that piece of a path. */
    static Optional<Topic> topic(String piece) {
        return Stream.of(Topic.values()).filter(topic -> piece(topic).equals(piece)).findFirst();
    }

    /** What values it takes, as a sentence; empty where the form shows all of them. */
    String values(ListSetting<?> setting) {
        return switch (setting.shape()) {
            case Shape.Choice _,Shape.Flag _,Shape.Language _ -> "";
            case Shape.WholeNumber(var from, var to) -> words.text("settings.value.number", bounds(from, to));
            case Shape.Time(var from, var to) -> words.text("settings.value.time", bounds(from, to));
            case Shape.Size(var from, var to) -> words.text("settings.value.size", bounds(from, to));
            case Shape.Line(var max) -> words.text("settings.value.line", Map.of("max", max));
            case Shape.Lines(var max) -> words.text("settings.value.lines", Map.of("max", max));
            case Shape.Several _ -> words.text("settings.value.several");
            case Shape.Zone _ -> words.text("settings.value.zone");
            case Shape.Page _ -> words.text("settings.value.page");
            case Shape.Paint _ -> words.text("settings.value.paint");
            case Shape.Picture _ -> words.text("settings.value.picture");
        };
    }

    private static Map<String, Object> bounds(Object from, Object to) {
        return Map.of("from", from.toString(), "to", to.toString());
    }

    /** What is wrong with a value that was refused, as a sentence. */
    String refused(ListSetting<?> setting) {
        var values = values(setting);
        var wrong = words.text("settings.wrong");
        return values.isEmpty() ? wrong : wrong + " " + values;
    }

    /** What there is to choose from; empty when anything can be typed. */
    List<Field.Option> options(ListSetting<?> setting, String value) {
        return switch (setting.shape()) {
            case Shape.Choice(var all) -> all.stream().map(word -> option(setting, word)).toList();
            case Shape.Flag(var yes, var no) -> List.of(option(setting, yes), option(setting, no));
            case Shape.Language _ -> languages(value);
            case Shape.WholeNumber _,Shape.Time _,Shape.Size _,Shape.Line _,Shape.Lines _,Shape.Several _,Shape.Zone _,Shape.Page _,Shape.Paint _,Shape.Picture _ ->
                List.of();
        };
    }

    private Field.Option option(ListSetting<?> setting, String word) {
        return new Field.Option(word, shown(setting, word));
    }

    /** A value may also have a region, which stays. */
    private static List<Field.Option> languages(String value) {
        return Stream.concat(Languages.ALL.stream().map(Locale::toLanguageTag), Stream.of(value)).distinct()
                .filter(tag -> !tag.isEmpty()).map(tag -> new Field.Option(tag, languageName(tag))).toList();
    }

    private static String languageName(String tag) {
        var name = Catalogue.of(Locale.forLanguageTag(tag)).text("language.name", Map.of());
        return tag.contains("-") ? name + " (" + tag + ")" : name;
    }

    /** A value as people read it, on one line. */
    public String shown(ListSetting<?> setting, String value) {
        if (value.isEmpty()) {
            return words.text("settings.empty");
        }
        return switch (setting.shape()) {
            case Shape.Choice _,Shape.Flag _ -> text("setting." + setting.key() + "." + value)
                    .or(() -> text("settings.choice." + value)).orElse(value);
            case Shape.Language _ -> languageName(value);
            case Shape.Picture _ -> words.text("settings.picture");
            case Shape.Time _ -> TimeSpan.parse(value).flatMap(this::duration).orElse(value);
            case Shape.Size _ -> ByteSize.parse(value).filter(size -> size.octets() >= LEAST_SAID).map(ByteSize::said)
                    .orElse(value);
            case Shape.WholeNumber _,Shape.Line _,Shape.Lines _,Shape.Several _,Shape.Zone _,Shape.Page _,Shape.Paint _ ->
                cut(value.replaceAll("\\R", " · "));
        };
    }

    /** In its largest whole unit. */
    private Optional<String> duration(TimeSpan time) {
        var all = time.duration();
        if (all.isZero()) {
            return Optional.of(words.text("settings.empty"));
        }
        return Stream.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS)
                .filter(unit -> unit.getDuration().multipliedBy(all.dividedBy(unit.getDuration()))
                        .equals(all))
                .findFirst().map(unit -> words.text("time." + unit.name().toLowerCase(Locale.ROOT),
                        Map.of("count", all.dividedBy(unit.getDuration()))));
    }

    /** A value as it is typed, where it is read differently. */
    private String typed(ListSetting<?> setting, String value) {
        return setting.shape() instanceof Shape.Time || setting.shape() instanceof Shape.Size
                ? value
                : shown(setting, value);
    }

    private static String cut(String line) {
        return line.codePointCount(0, line.length()) <= MOST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_SHOWN)) + "…";
    }

    private Optional<String> text(String name) {
        return words.has(name) ? Optional.of(words.text(name)) : Optional.empty();
    }

    /** A field of a form with that in it. */
    Map<String, Object> field(ListSetting<?> setting, String value, String usual, boolean isWrong) {
        var shape = setting.shape();
        var options = options(setting, value);
        var model = new HashMap<String, Object>();
        model.put("key", setting.key());
        model.put("label", name(setting));
        model.put("meaning", meaning(setting));
        model.put("values", Stream.of(values(setting)).filter(text -> !text.isEmpty()).toList());
        model.put("usual", words.text("settings.usual", Map.of("value", typed(setting, usual))));
        model.put("wrong", isWrong ? List.of(refused(setting)) : List.of());
        model.put("isWrong", isWrong);
        model.put("isChoice", !options.isEmpty());
        model.put("isLines", shape instanceof Shape.Lines || shape instanceof Shape.Several);
        model.put("isPicture", shape instanceof Shape.Picture);
        model.put("isLine", options.isEmpty() && !(shape instanceof Shape.Lines) && !(shape instanceof Shape.Several)
                && !(shape instanceof Shape.Picture));
        model.put("type", shape instanceof Shape.WholeNumber ? "number" : "text");
        model.put("rows", shape instanceof Shape.Lines ? 5 : 2);
        model.put("max", Integer.toString(shape.longest()));
        model.put("value", shape instanceof Shape.Picture ? "" : value);
        model.put("picture", shape instanceof Shape.Picture && !value.isEmpty() ? List.of(value) : List.of());
        model.put("options", options.stream().map(option -> Map.of("value", option.value(), "label", option.label(),
                "chosen", option.value().equals(value))).toList());
        return model;
    }
}
