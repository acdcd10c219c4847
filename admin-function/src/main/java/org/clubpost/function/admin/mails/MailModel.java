package org.clubpost.function.admin.mails;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.words.Words;
import org.clubpost.mail.view.MailView;

/** What the part {@code {{>mail}}} of a template shows of a mail: its text, a frame with its HTML, its files. */
public final class MailModel {

    /** The field of the query with which the whole text is shown, however long it is. */
    public static final String WHOLE = "whole";

    /** As much as a page shows at once: a newsletter of some pages. */
    private static final int SHOWN = 15_000;
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;
    /** From here on a size is said in megabytes. */
    private static final long FROM_MEGA = 2 * MEGA;

    private MailModel() {}

    /**
     * What the slots want.
     *
     * @param page the path of the page with its HTML
     * @param file the path of its files, to which the query {@code n} with the number of one is added
     */
    public static Map<String, Object> of(RoomVisit visit, MailView mail, String page, String file) {
        var text = mail.text();
        var isCut = text.length() > SHOWN && !visit.has(WHOLE);
        var model = new HashMap<String, Object>();
        model.put("mailText", text.isEmpty() ? List.of() : List.of(isCut ? beginning(text) : text));
        model.put("mailWithoutText", text.isEmpty());
        model.put("mailWhole", isCut ? List.of(whole(visit)) : List.of());
        model.put("mailPage", mail.hasPage() ? List.of(page) : List.of());
        var files = files(visit.words(), mail, file);
        model.put("mailFiles", files);
        model.put("mailHasFiles", !files.isEmpty());
        return model;
    }

    /** The same without a way to the files. */
    public static Map<String, Object> of(RoomVisit visit, MailView mail, String page) {
        var model = new HashMap<>(of(visit, mail, page, ""));
        var names = mail.files().stream().map(file -> Map.of("name", name(visit.words(), file), "size",
                size(visit.words(), file.octets()), "href", List.of(), "note", List.of())).toList();
        model.put("mailFiles", names);
        return model;
    }

    /** Nothing is left of it. */
    public static Map<String, Object> gone() {
        return Map.of("mailText", List.of(), "mailWithoutText", true, "mailWhole", List.of(), "mailPage", List.of(),
                "mailFiles", List.of(), "mailHasFiles", false);
    }

    /** This page, with what it is about. */
    private static String whole(RoomVisit visit) {
        return visit.path(Map.of(WHOLE, "yes", "who", visit.text("who")));
    }

    private static String beginning(String text) {
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN - 1)));
    }

    private static List<Map<String, Object>> files(Words words, MailView mail, String path) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var file : mail.files()) {
            var size = size(words, file.octets());
            var name = name(words, file);
            rows.add(file.octets() <= FileRoom.MOST
                    ? Map.of("name", name, "size", size, "href",
                            List.of(RoomVisit.withQuery(path, Map.of("n", Integer.toString(rows.size())))), "note",
                            List.of())
                    : Map.of("name", name, "size", size, "href", List.of(), "note",
                            List.of(words.text("mail.file.too-large"))));
        }
        return rows;
    }

    static String name(Words words, MailView.File file) {
        return file.name().isEmpty() ? words.text("mail.file.nameless") : file.name();
    }

    /** A size as people read it. */
    public static String size(Words words, long octets) {
        return octets >= FROM_MEGA
                ? words.text("mail.size.large", Map.of("megabytes", octets / MEGA))
                : words.text("mail.size", Map.of("kilobytes", Math.max(1, Math.ceilDiv(octets, KILO))));
    }
}
