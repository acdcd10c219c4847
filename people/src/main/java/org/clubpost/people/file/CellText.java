package org.clubpost.people.file;

import java.util.regex.Pattern;

/** What stands in a cell, without what nobody sees in it. */
final class CellText {

    /** The soft hyphen, blanks without width, the byte order mark. */
    private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");
    /** What joins letters, or turns their direction, and does nothing at an end. */
    private static final String EDGES = "\u200C\u200D\u200E\u200F";
    /** White space of every kind, but for the ends of lines. */
    private static final Pattern BLANKS = Pattern
            .compile("[\\t\\f\\x0B \\u00A0\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000]+");

    private CellText() {}

    /** The text with single plain blanks within, and none around. */
    static String of(String cell) {
        if (cell.chars().allMatch(each -> each > ' ' && each < 127)) {
            return cell;
        }
        var seen = BLANKS.matcher(UNSEEN.matcher(cell).replaceAll("")).replaceAll(" ");
        var from = 0;
        var to = seen.length();
        while (from < to && isEdge(seen.charAt(from))) {
            from++;
        }
        while (to > from && isEdge(seen.charAt(to - 1))) {
            to--;
        }
        return seen.substring(from, to);
    }

    private static boolean isEdge(char letter) {
        return letter <= ' ' || EDGES.indexOf(letter) >= 0;
    }

    /** An address, without any character of format: Outlook puts marks of direction around those that it copies. */
    static String address(String text) {
        return text.codePoints().filter(each -> Character.getType(each) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
    }
}
