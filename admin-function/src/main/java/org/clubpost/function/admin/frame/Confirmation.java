package org.clubpost.function.admin.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page that asks before something is done: what will happen, a button that does it, and a way back. What it is about
 * goes along in hidden fields. Belongs to one thread.
 */
public final class Confirmation {

    private final RoomVisit visit;
    private final String title;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private final List<Map<String, String>> hidden = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private String action;
    private String back;

    private Confirmation(RoomVisit visit, String title) {
        this.visit = visit;
        this.title = title;
        this.action = visit.path();
        this.back = visit.path();
    }

    /** With that question as its title. The button goes to the page that it is on, and so does the way back. */
    public static Confirmation asking(RoomVisit visit, String title) {
        return new Confirmation(visit, title);
    }

    /** With a paragraph. */
    public Confirmation saying(String paragraph) {
        paragraphs.add(paragraph);
        return this;
    }

    /** With a list of what it is about. */
    public Confirmation listing(List<String> more) {
        items.addAll(more);
        return this;
    }

    /** The button sends that along. */
    public Confirmation sending(String name, String value) {
        hidden.add(Map.of("name", name, "value", value));
        return this;
    }

    /** With a field to fill in. */
    public Confirmation with(Field field) {
        fields.add(field);
        return this;
    }

    /** The button goes to that path. */
    public Confirmation to(String path) {
        action = path;
        return this;
    }

    /** The way back goes to that path. */
    public Confirmation back(String path) {
        back = path;
        return this;
    }

    /** The page, with those words on the button. */
    public RoomAnswer button(String label) {
        var model = new HashMap<String, Object>();
        model.put("paragraphs", paragraphs);
        model.put("items", items);
        model.put("hasItems", !items.isEmpty());
        model.put("hidden", hidden);
        model.put("fields", Field.shown(fields));
        model.put("action", action);
        model.put("formMark", visit.mark(action));
        model.put("back", back);
        model.put("button", label);
        return RoomAnswer.page(Confirmation.class, "confirm", title, model).as("asked");
    }
}
