package org.clubpost.mail.token;

import org.clubpost.mail.mime.Octets;

/**
 * Reads octets as a person, a browser and a redirector together would: character references and percent-encoding
 * decoded, and joined over what may have been put inside a link. That is line ends with the white space and the quote
 * marks around them, tabulators, soft line breaks, characters that nobody sees, a backslash before a sign, and the
 * headers of pieces of an ASN.1 octet string (X.690 section 8.7.3). Each octet is looked at a few times at most.
 */
final class Scanner {

    private static final int LONGEST_ESCAPE = 32;
    private static final int JOIN = -1;
    private static final int BREAK = -2;

    private final Octets octets;
    private final int length;
    private final boolean overTags;
    private final References references;
    private final Tags tags;
    private int next;
    private int unitEnd;

    private Scanner(Octets octets, boolean overTags) {
        this.octets = octets;
        this.length = octets.length();
        this.overTags = overTags;
        this.references = new References(octets);
        this.tags = new Tags(octets);
    }

    /**
     * Shows all characters to a window.
     *
     * @param overTags whether the texts around tags are joined; what stands inside tags is then not looked at
     */
    static void scan(Octets octets, Window window, boolean overTags) {
        new Scanner(octets, overTags).scan(window);
    }

    private void scan(Window window) {
        boolean isJoined = false;
        for (int at = 0; at < length; at = next) {
            next = at + 1;
            int c = read(at);
            if (c == BREAK) {
                window.end();
                isJoined = false;
            } else if (c == JOIN) {
                isJoined = true;
            } else {
                window.add((byte) c, at, next, isJoined);
                isJoined = false;
            }
        }
        window.end();
    }

    /** What stands there; sets where the next thing begins. */
    private int read(int at) {
        byte b = octets.at(at);
        if (isPlain(b)) {
            return b;
        }
        return switch (b) {
            case ' ', '\t', '\r', '\n' -> lineEnd(at);
            case '%' -> percent(at + 1);
            case '&' -> reference(at);
            case '\\' -> escape(at);
            case '=' -> isBeforeLineEnd(at + 1) ? JOIN : '=';
            case '+' -> '+';
            case '<' -> overTags ? tag(at) : BREAK;
            default -> invisible(at, b);
        };
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '_'
                || b == '/';
    }

    private static int kept(int c) {
        return (c < 127 && isPlain((byte) c)) || c == '+' || c == '=' ? c : c >= 127 || c < ' ' ? JOIN : BREAK;
    }

    private int at(int index) {
        return index < length ? octets.at(index) : 0;
    }

    /** A tabulator counts too: URLs lose them (WHATWG URL Standard, section 4.4). */
    private int lineEnd(int start) {
        int at = start;
        boolean found = false;
        for (; isSpace(at(at)) || isLineEnd(at(at)); at++) {
            found |= at(at) != ' ';
        }
        if (found) {
            while (isSpace(at(at)) || isLineEnd(at(at)) || at(at) == '>' || at(at) == '|' || isDash(at)) {
                at++;
            }
        }
        next = at;
        return found ? JOIN : BREAK;
    }

    /** How OpenPGP escapes a line of a signed text (RFC 9580 section 7.2). */
    private boolean isDash(int at) {
        return at(at) == '-' && at(at + 1) == ' ';
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isLineEnd(int c) {
        return c == '\r' || c == '\n';
    }

    private boolean isBeforeLineEnd(int start) {
        return isLineEnd(at(start)) || (isSpace(at(start)) && isLineEnd(at(start + 1)));
    }

    /**
     * Percent-encoding (RFC 3986 section 2.1), of a percent sign too, as often as it was done; each character may be a
     * reference.
     */
    private int percent(int start) {
        int first = unit(start);
        int second = unit(unitEnd);
        int end = unitEnd;
        while (first == '2' && second == '5') {
            int third = unit(end);
            int fourth = unit(unitEnd);
            if (hexValue(third) < 0 || hexValue(fourth) < 0) {
                break;
            }
            first = third;
            second = fourth;
            end = unitEnd;
        }
        if (hexValue(first) < 0 || hexValue(second) < 0) {
            return BREAK;
        }
        next = end;
        return kept(hexValue(first) << 4 | hexValue(second));
    }

    /** The character or the reference that stands there. */
    private int unit(int at) {
        int meant = at(at) == '&' ? references.read(at) : -1;
        unitEnd = meant < 0 ? at + 1 : references.end();
        return meant < 0 ? at(at) : meant;
    }

    private static int hexValue(int c) {
        return c < 127 ? Character.digit(c, 16) : -1;
    }

    private int reference(int start) {
        int meant = references.read(start);
        if (meant < 0) {
            return BREAK;
        }
        next = references.end();
        return meant == '%' ? percent(next) : kept(meant);
    }

    private int tag(int start) {
        int end = tags.end(start);
        if (end < 0) {
            return BREAK;
        }
        next = end;
        return JOIN;
    }

    /**
     * A backslash, as Markdown and JSON put it before a sign and others before a line end, and the escapes of JSON,
     * JavaScript and RTF: {@code \\}{@code u002d}, {@code \\}{@code u{2d}}, {@code \\x2d}, {@code \\'2d}.
     */
    private int escape(int start) {
        int c = at(start + 1);
        if (c == 'u' && at(start + 2) == '{') {
            int digits = start + 3;
            while (at(digits) == '0') {
                digits++;
            }
            return at(digits + 2) == '}' ? escaped(digits, 1) : BREAK;
        }
        if (c == 'u' && at(start + 2) == '0' && at(start + 3) == '0') {
            return escaped(start + 4, 0);
        }
        if (c == 'x' || c == '\'') {
            return escaped(start + 2, 0);
        }
        return c == '_' || c == '-' || c == '/' || c == '+' || c == '=' || isLineEnd(c) ? JOIN : BREAK;
    }

    private int escaped(int digits, int closing) {
        if (hexValue(at(digits)) < 0 || hexValue(at(digits + 1)) < 0) {
            return BREAK;
        }
        next = digits + 2 + closing;
        return kept(hexValue(at(digits)) << 4 | hexValue(at(digits + 1)));
    }

    /** Characters that nobody sees, in UTF-8 and the ISO charsets, and the head of a piece in ASN.1. */
    private int invisible(int at, byte b) {
        if (b == 4) {
            next = Math.min(length, at + (at(at + 1) == (byte) 0x82 ? 4 : at(at + 1) == (byte) 0x81 ? 3 : 1));
            return JOIN;
        }
        if (b == 0x1B) {
            next = afterEscape(at + 1);
            return JOIN;
        }
        if (b >= 0) {
            return b < ' ' || b == 127 || (b == '~' && isLineEnd(at(at + 1))) ? JOIN : BREAK;
        }
        int width = b >= (byte) 0xF0 ? 4 : b >= (byte) 0xE0 ? 3 : b >= (byte) 0xC2 ? 2 : 1;
        int c = b & (width == 1 ? 0xff : 0xff >> (width + 1));
        for (int i = 1; i < width; i++) {
            c = (c << 6) | (at(at + i) & 0x3f);
            if ((at(at + i) & 0xC0) != 0x80) {
                return BREAK;
            }
        }
        if (width == 1 ? c != 0xAD : !Invisible.is(c)) {
            return BREAK;
        }
        next = at + width;
        return JOIN;
    }

    /** After what switches charsets (ISO/IEC 2022) or colours (ECMA-48). */
    private int afterEscape(int start) {
        int at = start;
        boolean isControl = at(at) == '[';
        if (isControl) {
            at++;
        }
        while (at - start < LONGEST_ESCAPE && at(at) >= ' ' && at(at) < (isControl ? '@' : '0')) {
            at++;
        }
        return Math.min(length, at + 1);
    }
}
