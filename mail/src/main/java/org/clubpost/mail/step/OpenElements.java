package org.clubpost.mail.step;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The elements of an HTML text that are open at a place, as far as they matter for what is put there: a table, a
 * quotation or a hidden block that the text does not close would take it in. It follows WHATWG's HTML, section 13.2.6,
 * as closely as that needs; what it counts too much costs an end tag that browsers pass over.
 */
final class OpenElements {

    /** Browsers give up here, and so do we. */
    private static final int MOST = 512;

    private static final Set<String> CELLS = Set.of("td", "th", "caption");
    private static final Set<String> ROWS = Set.of("tr");
    private static final Set<String> GROUPS = Set.of("tbody", "thead", "tfoot", "colgroup");

    private final Deque<OpenRoom> rooms = new ArrayDeque<>(List.of(new OpenRoom("")));
    private final Map<String, Integer> outer = new HashMap<>(Map.of("table", 0, "template", 0));
    private int count;
    private boolean tooMany;

    /** A start tag, with its name in lower case. */
    void open(String name) {
        tooMany |= count > MOST;
        if (tooMany) {
            return;
        }
        if (isOfTable(name)) {
            if (isInTable()) {
                openInTable(name);
            }
        } else if (outer.containsKey(name)) {
            outer.merge(name, 1, Integer::sum);
            enter(name);
        } else {
            count += rooms.getFirst().open(name);
        }
    }

    private static boolean isOfTable(String name) {
        return CELLS.contains(name) || ROWS.contains(name) || GROUPS.contains(name);
    }

    /** Outside of a table, browsers pass over its parts. */
    private boolean isInTable() {
        return outer.values().stream().anyMatch(many -> many > 0);
    }

    private void openInTable(String name) {
        closeInTable(CELLS);
        if (CELLS.contains(name)) {
            enter(name);
            return;
        }
        closeInTable(ROWS);
        if (GROUPS.contains(name)) {
            closeInTable(GROUPS);
        }
        count += rooms.getFirst().open(name);
    }

    private void enter(String wall) {
        rooms.push(new OpenRoom(wall));
        count++;
    }

    /** An end tag, with its name in lower case. */
    void close(String name) {
        if (isOfTable(name)) {
            closeInTable(Set.of(name));
        } else if (outer.containsKey(name)) {
            boolean found = outer.getOrDefault(name, 0) == 0;
            while (!found) {
                found = rooms.getFirst().wall().equals(name);
                leave();
            }
        } else {
            count -= rooms.getFirst().close(name);
        }
    }

    /** Closes the innermost of these that the table in which we are has open. */
    private void closeInTable(Set<String> names) {
        int passed = 0;
        for (OpenRoom room : rooms) {
            Optional<String> inside = names.stream().filter(room::has).findFirst();
            boolean isWall = names.contains(room.wall());
            if (inside.isPresent() || isWall) {
                for (int i = 0; i < passed; i++) {
                    leave();
                }
                inside.ifPresentOrElse(name -> count -= rooms.getFirst().close(name), this::leave);
                return;
            }
            if (outer.containsKey(room.wall())) {
                return;
            }
            passed++;
        }
    }

    private void leave() {
        OpenRoom left = rooms.pop();
        count -= 1 + left.size();
        outer.computeIfPresent(left.wall(), (_, many) -> many - 1);
    }

    /** The end tags of all that is open, the innermost first; empty when that would be more than is sensible. */
    Optional<String> endTags() {
        if (tooMany || count > MOST) {
            return Optional.empty();
        }
        var tags = new StringBuilder();
        for (OpenRoom room : rooms) {
            room.appendEndTags(tags);
        }
        return Optional.of(tags.toString());
    }
}
