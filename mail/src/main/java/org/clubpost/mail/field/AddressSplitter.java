package org.clubpost.mail.field;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a field of addresses into what stands between its commas (RFC 5322 section 3.4), as a patient reader does: a
 * semicolon between addresses parts them too, a group without its semicolon ends with the field, and behind a bracket
 * that closes a new entry begins. A mark that opens and is never closed is a character like any other. Looks at each
 * character a few times at most.
 */
final class AddressSplitter {

    /**
     * What stands between two commas.
     *
     * @param text the octets, one a character
     * @param group the name of the group that it stands in; empty outside groups
     * @param kind what it is
     */
    record Item(String text, String group, Kind kind) {}

    /** What an item is. */
    enum Kind {
        /** An entry that a comma follows. */
        BEFORE_COMMA,
        /** Any other entry. */
        ENTRY,
        /** The end of a group. */
        END_OF_GROUP,
        /** The end of the field, or a semicolon outside groups. */
        END
    }

    private final String field;
    private final List<Item> items = new ArrayList<>();
    private int at;
    private int from;
    private String group = "";
    private boolean inGroup;
    private boolean parentheses = true;
    private boolean brackets = true;
    private boolean angles = true;

    private AddressSplitter(String field) {
        this.field = field;
    }

    /** The items of a field in order. */
    static List<Item> split(String field) {
        var splitter = new AddressSplitter(field);
        splitter.split();
        return splitter.items;
    }

    private void split() {
        for (; at < field.length(); at++) {
            switch (field.charAt(at)) {
                case '"' -> at = isAtWord() ? Math.max(at, endOfQuotes(field, at)) : at;
                case '(' -> parenthesis();
                case '[' -> bracket();
                case '<' -> angle();
                case ',' -> end(Kind.BEFORE_COMMA);
                case ';' -> {
                    end(Kind.ENTRY);
                    endGroup();
                }
                case ':' -> colon();
                default -> {
                }
            }
        }
        end(Kind.ENTRY);
        endGroup();
    }

    /** Where nothing closes one of them, nothing closes those behind it; looking again would take too long. */
    private void parenthesis() {
        int end = parentheses ? endOfComment(field, at) : -1;
        parentheses &= end >= 0;
        at = Math.max(at, end);
    }

    private void bracket() {
        int end = brackets ? closing(field, at, ']') : -1;
        brackets &= end >= 0;
        at = Math.max(at, end);
    }

    /** A quote in the midst of a word opens nothing. */
    private boolean isAtWord() {
        return at == 0 || " \t,;:<>(.@\"".indexOf(field.charAt(at - 1)) >= 0;
    }

    /** Where the quoted string that begins there ends; -1 when it does not. */
    static int endOfQuotes(String text, int begin) {
        return closing(text, begin, '"');
    }

    private static int closing(String text, int begin, char mark) {
        for (int i = begin + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == mark) {
                return i;
            }
            i += c == '\\' ? 1 : 0;
        }
        return -1;
    }

    /** Where the comment that begins there ends; -1 when it does not. Comments may stand in one another. */
    static int endOfComment(String text, int begin) {
        var depth = 0;
        for (int i = begin; i < text.length(); i++) {
            var c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
            i += c == '\\' ? 1 : 0;
        }
        return -1;
    }

    private void angle() {
        if (!angles) {
            return;
        }
        int end = endOfAngle(field, at);
        if (end < 0) {
            angles = field.indexOf('<', at + 1) >= 0;
            return;
        }
        at = end;
        int next = end + 1;
        while (next < field.length() && " \t>".indexOf(field.charAt(next)) >= 0) {
            next++;
        }
        if (next < field.length() && ",;(".indexOf(field.charAt(next)) < 0) {
            items.add(new Item(field.substring(from, end + 1), group, Kind.ENTRY));
            from = next;
            at = next - 1;
        }
    }

    /** Where the angle bracket that opens there is closed; -1 when it is not, or when another one opens before. */
    static int endOfAngle(String text, int begin) {
        var inQuotes = false;
        for (int i = begin + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '>' && !inQuotes) {
                return i;
            }
            if (c == '<' && !inQuotes) {
                return -1;
            }
            inQuotes ^= c == '"';
            i += c == '\\' ? 1 : 0;
        }
        return -1;
    }

    private void colon() {
        var before = field.substring(from, at).strip();
        if (before.regionMatches(true, before.length() - "mailto".length(), "mailto", 0, "mailto".length())) {
            return;
        }
        endGroup();
        group = before;
        inGroup = true;
        from = at + 1;
    }

    private void end(Kind kind) {
        var text = field.substring(from, Math.max(from, Math.min(at, field.length()))).strip();
        if (!text.isEmpty()) {
            items.add(new Item(text, group, kind));
        }
        from = at + 1;
    }

    private void endGroup() {
        items.add(new Item("", group, inGroup ? Kind.END_OF_GROUP : Kind.END));
        group = "";
        inGroup = false;
    }
}
