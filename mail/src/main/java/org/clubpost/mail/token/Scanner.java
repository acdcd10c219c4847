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
    /** Said of what is left out, while what stands around it belongs together. */
    static final int JOIN = -1;
    /** Said of what no token has in it. */
    static final int BREAK = -2;

    private final Octets octets;
    private final int length;
    private final boolean overTags;
    private final References references;
    private final Tags tags;
    private final Lines lines;
    private final Escapes escapes;
    private int next;
    private int unitEnd;

    private Scanner(Octets octets, boolean overTags) {
        this.octets = octets;
        this.length = octets.length();
        this.overTags = overTags;
        this.references = new References(octets);
        this.tags = new Tags(octets);
        this.lines = new Lines(octets);
        this.escapes = new Escapes(octets);
    }

    /**
     * Shows all characters to a reader.
     *
     * @param overTags whether the texts around tags are joined; what stands inside tags is then not looked at
     */
    static void scan(Octets octets, Characters reader, boolean overTags) {
        new Scanner(octets, overTags).scan(reader);
    }

    private void scan(Characters reader) {
        boolean isJoined = false;
        for (int at = 0; at < length; at = next) {
            next = at + 1;
            int c = read(at);
            if (c == BREAK) {
                reader.end();
                isJoined = false;
            } else if (c == JOIN) {
                isJoined = true;
            } else {
                reader.add((byte) c, at, next, isJoined);
                isJoined = false;
            }
        }
        reader.end();
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
            case '=' -> lines.isBeforeLineEnd(at + 1) ? JOIN : '=';
            case '+' -> '+';
            case '<' -> overTags ? tag(at) : BREAK;
            default -> invisible(at, b);
        };
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '_'
                || b == '/';
    }

    /** The character if a token or base64 may have it; otherwise that it joins or breaks. */
    static int kept(int c) {
        return Hyphens.is(c)
                ? '-'
                : (c < 127 && isPlain((byte) c)) || c == '+' || c == '=' ? c : c >= 127 || c < ' ' ? JOIN : BREAK;
    }

    private int at(int index) {
        return index < length ? octets.at(index) : 0;
    }

    private int lineEnd(int start) {
        int end = lines.joined(start);
        next = Math.max(start + 1, end < 0 ? lines.blanksEnd() : end);
        return end < 0 ? BREAK : JOIN;
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

    static int hexValue(int c) {
        return c >= 0 && c < 127 ? Character.digit(c, 16) : -1;
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
        next = tags.isLineEnd(start) ? lines.next(start, end) : end;
        return JOIN;
    }

    private int escape(int start) {
        int meant = escapes.read(start);
        next = meant == BREAK ? start + 1 : escapes.end();
        return meant;
    }

    /** Characters that nobody sees, in UTF-8 and the ISO charsets, dashes, and the head of a piece in ASN.1. */
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
            return b < ' ' || b == 127 || (b == '~' && Lines.isLineEnd(at(at + 1))) ? JOIN : BREAK;
        }
        int width = b >= (byte) 0xF0 ? 4 : b >= (byte) 0xE0 ? 3 : b >= (byte) 0xC2 ? 2 : 1;
        int c = b & (width == 1 ? 0xff : 0xff >> (width + 1));
        for (int i = 1; i < width; i++) {
            c = (c << 6) | (at(at + i) & 0x3f);
            if ((at(at + i) & 0xC0) != 0x80) {
                return BREAK;
            }
        }
        next = at + width;
        if (width == 1 ? Hyphens.isOctet(c) : Hyphens.is(c)) {
            return '-';
        }
        if (width == 1 ? c == 0xAD : Invisible.is(c)) {
            return JOIN;
        }
        next = at + 1;
        return BREAK;
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
