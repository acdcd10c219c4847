package org.clubpost.mail.preview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.Piece;

/** What differs between a mail before and after a step, by the names of header fields and the places of parts. */
final class Changes {

    private final List<String> found = new ArrayList<>();

    private Changes() {}

    static List<String> between(Entity before, Entity after) {
        var changes = new Changes();
        changes.compare(before, after, "");
        return List.copyOf(changes.found);
    }

    private void compare(Entity before, Entity after, String place) {
        compare(before.header(), after.header(), place.isEmpty() ? "" : " in part " + place);
        var type = after.contentType();
        var name = (place.isEmpty() ? "the body" : "part " + place) + " (" + type.type() + "/" + type.subtype() + ")";
        if (before.body() instanceof Body.Multipart old && after.body() instanceof Body.Multipart made
                && old.parts().size() == made.parts().size()) {
            compare(old, made, name);
            for (var i = 0; i < old.parts().size(); i++) {
                compare(old.parts().get(i).entity(), made.parts().get(i).entity(),
                        place + (place.isEmpty() ? "" : ".") + (i + 1));
            }
        } else if (!before.body().equals(after.body())) {
            found.add("changed " + name);
        }
        if (!before.separator().equals(after.separator())) {
            found.add("put the empty line before " + name);
        }
    }

    private void compare(Body.Multipart old, Body.Multipart made, String name) {
        if (!old.closing().equals(made.closing())) {
            found.add("closed " + name);
        }
        if (!old.preamble().equals(made.preamble()) || !old.epilogue().equals(made.epilogue())) {
            found.add("changed what stands around the parts of " + name);
        }
    }

    private void compare(Header before, Header after, String where) {
        var old = byName(before);
        var made = byName(after);
        add("removed", old.keySet().stream().filter(name -> !made.containsKey(name)).toList(), old, where);
        add("changed", made.keySet().stream()
                .filter(name -> old.containsKey(name) && !pieces(old, name).equals(pieces(made, name))).toList(), made,
                where);
        add("added", made.keySet().stream().filter(name -> !old.containsKey(name)).toList(), made, where);
    }

    private void add(String what, List<String> names, Map<String, List<HeaderLine>> header, String where) {
        if (!names.isEmpty()) {
            found.add(what + " " + names.stream().map(name -> written(name, header)).collect(Collectors.joining(", "))
                    + where);
        }
    }

    /** The name as it stands in the mail. A line that is not a field has no name. */
    private static String written(String name, Map<String, List<HeaderLine>> header) {
        return name.isEmpty() ? "stray lines" : header.getOrDefault(name, List.of()).getFirst().name();
    }

    private static Map<String, List<HeaderLine>> byName(Header header) {
        var all = new LinkedHashMap<String, List<HeaderLine>>();
        for (var line : header.lines()) {
            all.computeIfAbsent(line.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).add(line);
        }
        return all;
    }

    private static List<Piece> pieces(Map<String, List<HeaderLine>> header, String name) {
        return header.getOrDefault(name, List.of()).stream().flatMap(line -> line.pieces().stream()).toList();
    }
}
