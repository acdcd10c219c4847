package org.clubpost.mail.token;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.clubpost.mail.mime.Octets;

/**
 * Reads octets as a person, a browser and a redirector together would: character references and percent-encoding
 * decoded, and joined over what a mail program may have put inside a link. That is line ends with the white space and
 * the quote marks around them, soft line breaks, soft hyphens, characters without width, a backslash before a sign, and
 * the headers of pieces of an ASN.1 octet string (X.690 section 8.7.3). Each octet is looked at a few times at most.
 */
final class Scanner {

    /** A tag that is longer is not looked over. */
    private static final int LONGEST_TAG = 4_096;
    private static final int JOIN = -1;
    private static final int BREAK = -2;

    /** Named references (HTML Living Standard, section 13.5) that matter here; all others end a stretch. */
    private static final Map<String, Integer> NAMED = Map.ofEntries(Map.entry("shy", JOIN), Map.entry("zwnj", JOIN),
            Map.entry("zwj", JOIN), Map.entry("ZeroWidthSpace", JOIN), Map.entry("NoBreak", JOIN),
            Map.entry("lrm", JOIN), Map.entry("rlm", JOIN), Map.entry("NewLine", JOIN), Map.entry("lowbar", (int) '_'),
            Map.entry("UnderBar", (int) '_'), Map.entry("plus", (int) '+'), Map.entry("sol", (int) '/'),
            Map.entry("equals", (int) '='));
    private static final int LONGEST_NAME = 16;

    private final Octets octets;
    private final int length;
    private final boolean overTags;
    private int next;

    private Scanner(Octets octets, boolean overTags) {
        this.octets = octets;
        this.length = octets.length();
        this.overTags = overTags;
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
            case '%' -> percent(at);
            case '&' -> reference(at);
            case '\\' -> escape(at);
            case '=' -> isBeforeLineEnd(at + 1) ? JOIN : '=';
            case '+' -> plus(at);
            case '<' -> overTags ? tag(at) : BREAK;
            default -> invisible(at, b);
        };
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '_'
                || b == '/';
    }

    private static int kept(int c) {
        return (c > 0 && c < 127 && isPlain((byte) c)) || c == '+' || c == '='
                ? c
                : c >= 127 || c == 13 || c == 10
                        ? JOIN
                        : BREAK;
    }

    private int at(int index) {
        return index < length ? octets.at(index) : 0;
    }

    private int lineEnd(int start) {
        int at = start;
        boolean found = false;
        for (; isSpace(at(at)) || isLineEnd(at(at)); at++) {
            found |= isLineEnd(at(at));
        }
        if (found) {
            while (isSpace(at(at)) || isLineEnd(at(at)) || at(at) == '>' || at(at) == '|') {
                at++;
            }
        }
        next = at;
        return found ? JOIN : BREAK;
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

    /** Percent-encoding (RFC 3986 section 2.1), of a percent sign too, as often as it was done. */
    private int percent(int start) {
        int at = start + 1;
        while (at(at) == '2' && at(at + 1) == '5' && hex(at + 2) >= 0 && hex(at + 3) >= 0) {
            at += 2;
        }
        if (hex(at) < 0 || hex(at + 1) < 0) {
            return BREAK;
        }
        next = at + 2;
        return kept(hex(at) << 4 | hex(at + 1));
    }

    private int hex(int at) {
        return Character.digit(at(at), 16);
    }

    private int reference(int start) {
        return at(start + 1) == '#' ? number(start + 2) : name(start + 1);
    }

    private int number(int start) {
        boolean isHex = (at(start) | 0x20) == 'x';
        int at = isHex ? start + 1 : start;
        int first = at;
        int value = 0;
        for (; at - first < 8 && Character.digit(at(at), isHex ? 16 : 10) >= 0; at++) {
            value = value * (isHex ? 16 : 10) + Character.digit(at(at), isHex ? 16 : 10);
        }
        if (at == first) {
            return BREAK;
        }
        next = at(at) == ';' ? at + 1 : at;
        return kept(value);
    }

    private int name(int start) {
        int end = start;
        while (end - start < LONGEST_NAME && Character.isLetter(at(end))) {
            end++;
        }
        if (at(end) != ';') {
            return BREAK;
        }
        int meant = NAMED.getOrDefault(
                new String(octets.slice(start, end).toByteArray(), StandardCharsets.US_ASCII), BREAK);
        if (meant != BREAK) {
            next = end + 1;
        }
        return meant;
    }

    /** A backslash, as Markdown and JSON put it before a sign, and JSON's {@code \}{@code u002d}. */
    private int escape(int start) {
        int c = at(start + 1);
        if (c == 'u' && at(start + 2) == '0' && at(start + 3) == '0' && hex(start + 4) >= 0 && hex(start + 5) >= 0) {
            next = start + 6;
            return kept(hex(start + 4) << 4 | hex(start + 5));
        }
        return c == '_' || c == '-' || c == '/' || c == '+' || c == '=' ? JOIN : BREAK;
    }

    /** A plus sign, or one character of ASCII as UTF-7 encodes it (RFC 2152): {@code +AF8-} is an underline. */
    private int plus(int start) {
        if (at(start + 4) != '-' || at(start + 1) != 'A') {
            return '+';
        }
        int unit = Blob.value(at(start + 1)) << 10 | Blob.value(at(start + 2)) << 4 | Blob.value(at(start + 3)) >> 2;
        next = start + 5;
        return kept(unit);
    }

    private int tag(int start) {
        int most = Math.min(length, start + LONGEST_TAG);
        for (int at = start + 1; at < most; at++) {
            int c = at(at);
            if (c == '>') {
                next = at + 1;
                return JOIN;
            }
            if (c == '<') {
                return BREAK;
            }
        }
        return BREAK;
    }

    /** Soft hyphens and characters without width in UTF-8 and the ISO charsets, and the head of a piece in ASN.1. */
    private int invisible(int at, byte b) {
        int width = switch (b & 0xff) {
            case 0xAD -> 1;
            case 0xC2 -> is(at + 1, 0xAD) ? 2 : 0;
            case 0xCD -> is(at + 1, 0x8F) ? 2 : 0;
            case 0xE2 -> (is(at + 1, 0x80) && (at(at + 2) & 0xff) >= 0x8B && (at(at + 2) & 0xff) <= 0x8F)
                    || (is(at + 1, 0x81) && is(at + 2, 0xA0)) ? 3 : 0;
            case 0xEF -> is(at + 1, 0xBB) && is(at + 2, 0xBF) ? 3 : 0;
            case 0x04 -> is(at + 1, 0x82) ? 4 : is(at + 1, 0x81) ? 3 : 0;
            default -> 0;
        };
        if (width == 0) {
            return BREAK;
        }
        next = Math.min(length, at + width);
        return JOIN;
    }

    private boolean is(int at, int octet) {
        return (at(at) & 0xff) == octet;
    }
}
