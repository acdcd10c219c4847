package org.clubpost.mail.token;

import org.clubpost.mail.mime.Octets;

/**
 * Joins the lines of a text over line ends and whatever programs put before a quoted line: {@code >}, {@code |}, the
 * hyphen of OpenPGP, and any short prefix that a line has in common with the one before, such as {@code AB>} or
 * {@code #}.
 */
final class Lines {

    private static final int LONGEST_PREFIX = 32;
    private static final Octets GREATER = Octets.latin1("&gt;");

    private final Octets octets;
    private int before;
    private int line;
    private int blanksEnd;

    Lines(Octets octets) {
        this.octets = octets;
    }

    /**
     * Just behind the line ends, white space and quote marks that stand there; -1 when only spaces do. A tabulator
     * counts like a line end: URLs lose both (WHATWG URL Standard, section 4.4).
     */
    int joined(int start) {
        int at = start;
        int begin = -1;
        boolean found = false;
        for (; isSpace(at(at)) || isLineEnd(at(at)); at++) {
            found |= at(at) != ' ';
            begin = isLineEnd(at(at)) ? at + 1 : begin;
        }
        if (!found) {
            blanksEnd = at;
            return -1;
        }
        return begin < 0 ? afterMarks(at) : Math.max(afterMarks(at), next(start, begin));
    }

    /** Just after the spaces that joined nothing. */
    int blanksEnd() {
        return blanksEnd;
    }

    /** Just after what a new line begins with, when the one before ended there. */
    int next(int end, int begin) {
        if (end > line) {
            before = line;
        }
        line = begin;
        return isBlank(begin) ? begin : afterMarks(begin + prefix());
    }

    /** Whether the line is empty, as the one between a tag and a line end; it counts for nothing. */
    private boolean isBlank(int begin) {
        int at = begin;
        while (isSpace(at(at))) {
            at++;
        }
        return isLineEnd(at(at));
    }

    private int prefix() {
        int most = Math.min(LONGEST_PREFIX, line - before);
        int prefix = 0;
        for (int i = 0; i < most && isShared(i); i++) {
            if (isPrefixEnd(at(line + i))) {
                prefix = i + 1;
            }
        }
        return prefix;
    }

    private boolean isShared(int index) {
        int c = at(line + index);
        return c == at(before + index) && c != '<' && !isLineEnd(c);
    }

    private static boolean isPrefixEnd(int c) {
        return isSpace(c) || c == '>' || c == '|' || c == ':' || c == '#' || c == '*';
    }

    private int afterMarks(int start) {
        int at = start;
        while (isSpace(at(at)) || isLineEnd(at(at)) || at(at) == '>' || at(at) == '|' || isDash(at) || isGreater(at)) {
            at += isGreater(at) ? GREATER.length() : 1;
        }
        return at;
    }

    private boolean isGreater(int at) {
        return at(at) == '&' && octets.startsWith(GREATER, at);
    }

    /** How OpenPGP escapes a line of a signed text (RFC 9580 section 7.2). */
    private boolean isDash(int at) {
        return at(at) == '-' && at(at + 1) == ' ';
    }

    /** Whether a line end stands there, perhaps after one space. */
    boolean isBeforeLineEnd(int start) {
        return isLineEnd(at(start)) || (isSpace(at(start)) && isLineEnd(at(start + 1)));
    }

    private int at(int index) {
        return index < octets.length() ? octets.at(index) : 0;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t';
    }

    static boolean isLineEnd(int c) {
        return c == '\r' || c == '\n';
    }
}
