package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is open of an HTML text since the innermost table, template or cell: no end tag of another element reaches out
 * of one.
 */
final class OpenRoom {

    /** Elements without an end (WHATWG HTML section 13.1.2), old ones too; and the page itself. */
    private static final Set<String> PASSED = Set.of("area", "base", "basefont", "bgsound", "br", "col", "command",
            "embed", "frame", "hr", "image", "img", "input", "keygen", "link", "meta", "param", "source", "track",
            "wbr",
            "html", "head", "body");
    /** What ends an open paragraph (section 13.2.6.4.7). */
    private static final Set<String> BLOCKS = Set.of("address", "article", "aside", "blockquote", "center", "dd",
            "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
            "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "listing", "main", "menu", "nav", "ol", "p",
            "pre", "search", "section", "summary", "ul", "xmp");
    /** One of these ends the one before it, or does not stand in itself. */
    private static final Set<String> ONCE = Set.of("a", "button", "form", "nobr", "optgroup", "option", "p", "rp", "rt",
            "select");
    /** The same, but for those that stand in another block in it; and the blocks that do not count as such. */
    private static final Set<String> ITEMS = Set.of("li", "dd", "dt");
    private static final Set<String> SOFT = Set.of("address", "div", "p");
    /** What goes on behind the end of the block in which it was opened ("active formatting elements"). */
    private static final Set<String> FORMATTING = Set.of("a", "b", "big", "code", "em", "font", "i", "nobr", "s",
            "small", "strike", "strong", "tt", "u");
    /** A page may open the same again and again; browsers count three that are alike. */
    private static final int MOST_ALIKE = 20;
    /** No end tag of another element goes beyond one of these ("in scope"). */
    private static final Set<String> BARRIERS = Set.of("applet", "marquee", "object");
    /** Beside the blocks, what the end tag of a plain element such as {@code span} does not go beyond ("special"). */
    private static final Set<String> SPECIAL = Set.of("button", "iframe", "noscript", "select", "textarea", "tr",
            "tbody", "thead", "tfoot", "colgroup");
    private static final Set<String> LISTS = Set.of("ul", "ol");

    private final String wall;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** A room behind a start tag of that name; empty for the page. */
    OpenRoom(String wall) {
        this.wall = wall;
    }

    String wall() {
        return wall;
    }

    int size() {
        return names.size();
    }

    boolean has(String name) {
        return count(name) > 0;
    }

    private int count(String name) {
        return counts.getOrDefault(name, 0);
    }

    /** Opens an element, and tells by how many the number of open ones grew. */
    int open(String name) {
        int before = names.size();
        if (BLOCKS.contains(name)) {
            close("p");
        }
        boolean enough = ONCE.contains(name) ? has(name) : FORMATTING.contains(name) && count(name) >= MOST_ALIKE;
        boolean isNext = ITEMS.contains(name) && isInItem(name);
        if (!enough && !isNext && !PASSED.contains(name)) {
            add(name);
        }
        return names.size() - before;
    }

    /** Whether an item of that name is open in the same list. */
    private boolean isInItem(String name) {
        for (int i = names.size() - 1; i >= 0; i--) {
            String around = names.get(i);
            if (around.equals(name)) {
                return true;
            }
            if (!SOFT.contains(around) && !isPlain(around) && !FORMATTING.contains(around)) {
                return false;
            }
        }
        return false;
    }

    private void add(String name) {
        names.add(name);
        counts.merge(name, 1, Integer::sum);
    }

    /** Closes the innermost element of that name if its end tag gets so far, and tells how many that closes. */
    int close(String name) {
        if (!has(name)) {
            return 0;
        }
        int place = names.size() - 1;
        while (!names.get(place).equals(name)) {
            if (isClosed(names.get(place), name)) {
                return 0;
            }
            place--;
        }
        return FORMATTING.contains(name) || name.equals("form") ? remove(place) : removeFrom(place);
    }

    /** Whether an end tag does not get past that element. */
    private static boolean isClosed(String passed, String name) {
        return BARRIERS.contains(passed) || (name.equals("li") && LISTS.contains(passed))
                || (name.equals("p") && passed.equals("button"))
                || (isPlain(name) && !isPlain(passed) && !FORMATTING.contains(passed));
    }

    private static boolean isPlain(String name) {
        return !BLOCKS.contains(name) && !SPECIAL.contains(name) && !FORMATTING.contains(name)
                && !BARRIERS.contains(name);
    }

    private int remove(int place) {
        counts.merge(names.remove(place), -1, Integer::sum);
        return 1;
    }

    private int removeFrom(int place) {
        List<String> inside = names.subList(place, names.size());
        int all = inside.size();
        List<String> kept = inside.stream().filter(FORMATTING::contains).toList();
        inside.stream().filter(name -> !FORMATTING.contains(name))
                .forEach(name -> counts.merge(name, -1, Integer::sum));
        inside.clear();
        names.addAll(kept);
        return all - kept.size();
    }

    /** Our block ends a paragraph by itself. Its end tag is needed only before that of a plain element around it. */
    void appendEndTags(StringBuilder tags) {
        int outermost = 0;
        while (outermost < names.size() && !isPlain(names.get(outermost))) {
            outermost++;
        }
        for (int i = names.size() - 1; i >= 0; i--) {
            if (!names.get(i).equals("p") || i > outermost) {
                tags.append("</").append(names.get(i)).append('>');
            }
        }
        if (!wall.isEmpty()) {
            tags.append("</").append(wall).append('>');
        }
    }
}
