package org.clubpost.function.admin.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of a form, for the part {@code {{>fields}}} of a template, which shows all that stand in the slot {@code
 * fields}: its label, what it has, a hint, and whether it is what is wrong. Start with {@link #line}, {@link #area},
 * {@link #choice} or {@link #tick}. Immutable.
 */
public final class Field {

    private static final int USUAL_ROWS = 5;
    private static final List<String> KINDS = List.of("isLine", "isArea", "isChoice", "isTick");

    private final Map<String, Object> model;

    private Field(Map<String, Object> model) {
        this.model = Map.copyOf(model);
    }

    private static Field of(String kind, String name, String label) {
        var model = new HashMap<String, Object>();
        KINDS.forEach(each -> model.put(each, each.equals(kind)));
        for (var no : List.of("optional", "required", "hasHint", "wrong", "ticked")) {
            model.put(no, false);
        }
        model.putAll(Map.of("name", name, "label", label, "hint", "", "value", "", "type", "text", "max", "200",
                "rows", USUAL_ROWS, "options", List.of()));
        return new Field(model);
    }

    /**
     * One line.
     *
     * @param type that of HTML's {@code input}: {@code text}, {@code email}, {@code date}, {@code time}, {@code number}
     */
    public static Field line(String type, String name, String label, String value, int max) {
        return of("isLine", name, label).with("type", type).with("value", value).with("max", Integer.toString(max));
    }

    /** Several lines. */
    public static Field area(String name, String label, String value, int max) {
        return of("isArea", name, label).with("value", value).with("max", Integer.toString(max));
    }

    /** One of several. */
    public static Field choice(String name, String label, List<Option> options, String chosen) {
        return of("isChoice", name, label).with("options", options.stream().map(option -> Map.of("value",
                option.value(), "label", option.label(), "chosen", option.value().equals(chosen))).toList());
    }

    /** A box to tick, whose value is {@code yes}. */
    public static Field tick(String name, String label, boolean ticked) {
        return of("isTick", name, label).with("ticked", ticked);
    }

    /**
     * One of several.
     *
     * @param value what the form sends
     * @param label what people read
     */
    public record Option(String value, String label) {}

    /** With a hint below. */
    public Field hint(String hint) {
        return with("hint", hint).with("hasHint", true);
    }

    /** It must be filled in. */
    public Field required() {
        return with("required", true);
    }

    /** It may be left empty, and says so. */
    public Field optional() {
        return with("optional", true);
    }

    /** It is what is wrong, when that is so. */
    public Field wrong(boolean wrong) {
        return with("wrong", wrong);
    }

    /** With so many lines. */
    public Field rows(int rows) {
        return with("rows", rows);
    }

    private Field with(String key, Object value) {
        var more = new HashMap<>(model);
        more.put(key, value);
        return new Field(more);
    }

    /** The fields, for the slot {@code fields}. */
    public static List<Map<String, Object>> shown(Field... fields) {
        return List.of(fields).stream().map(field -> field.model).toList();
    }

    /** The fields, for the slot {@code fields}. */
    public static List<Map<String, Object>> shown(List<Field> fields) {
        return fields.stream().map(field -> field.model).toList();
    }
}
