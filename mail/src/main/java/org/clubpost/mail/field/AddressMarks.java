package org.clubpost.mail.field;

/**
 * The marks of a field of addresses that come in pairs (RFC 5322 sections 3.2.2, 3.2.4, 3.4 and 3.4.1): quotes,
 * parentheses, angle brackets, square brackets, and the colon and semicolon of a group. Looks at each character once.
 */
final class AddressMarks {

    private final String value;
    private int at;
    private boolean inGroup;

    private AddressMarks(String value) {
        this.value = value;
    }

    /** Whether each mark that opens something has one that closes it, as Angus Mail looks for it. */
    static boolean areClosed(String value) {
        return new AddressMarks(value).areClosed();
    }

    private boolean areClosed() {
        for (at = 0; at < value.length(); at++) {
            var closed = switch (value.charAt(at)) {
                case '"' -> pass('"');
                case '(' -> passComment();
                case '[' -> pass(']');
                case '<' -> passAngle();
                case ':' -> group(true);
                case ';' -> group(false);
                case '>', ')', ']' -> false;
                default -> true;
            };
            if (!closed) {
                return false;
            }
        }
        return !inGroup;
    }

    /** Begins a group or ends it; false when it is begun twice or was not begun. */
    private boolean group(boolean begins) {
        var isAllowed = inGroup != begins;
        inGroup = begins;
        return isAllowed;
    }

    /** Goes to the mark that closes what begins here; false when there is none. */
    private boolean pass(char closing) {
        for (at++; at < value.length(); at++) {
            var c = value.charAt(at);
            if (c == closing) {
                return true;
            }
            at += c == '\\' ? 1 : 0;
        }
        return false;
    }

    /** A quoted string in an address may hold the bracket that would close it. */
    private boolean passAngle() {
        var inQuotes = false;
        for (at++; at < value.length(); at++) {
            var c = value.charAt(at);
            if (c == '>' && !inQuotes) {
                return true;
            }
            inQuotes ^= c == '"';
            at += c == '\\' ? 1 : 0;
        }
        return false;
    }

    /** Comments may stand in one another. */
    private boolean passComment() {
        var depth = 0;
        for (; at < value.length(); at++) {
            var c = value.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return true;
            }
            at += c == '\\' ? 1 : 0;
        }
        return false;
    }
}
