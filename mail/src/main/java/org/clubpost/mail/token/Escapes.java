package org.clubpost.mail.token;

import org.clubpost.mail.mime.Octets;

/**
 * Reads what begins with a backslash: one alone, as Markdown and JSON put it before a sign and others before a line
 * end, and the escapes of JSON, JavaScript and RTF: {@code \\}{@code u002d}, {@code \\}{@code u{2d}}, {@code \\x2d},
 * {@code \\'2d}, {@code \\}{@code u45?}.
 */
final class Escapes {

    private static final int MOST_DIGITS = 6;

    private final Octets octets;
    private int end;

    Escapes(Octets octets) {
        this.octets = octets;
    }

    /** Where the escape ends that was read last. */
    int end() {
        return end;
    }

    /** What the backslash there begins, as {@link Scanner#kept} says it. */
    int read(int start) {
        int c = at(start + 1);
        end = start + 1;
        if (c == 'u' && at(start + 2) == '{') {
            int digits = start + 3;
            while (at(digits) == '0') {
                digits++;
            }
            int last = digits;
            while (Scanner.hexValue(at(last)) >= 0 && last - digits < MOST_DIGITS) {
                last++;
            }
            return at(last) == '}' ? hex(digits, last - digits, 1) : Scanner.BREAK;
        }
        if (c == 'u') {
            int rich = rich(start + 2);
            return rich == Scanner.BREAK ? hex(start + 2, 4, 0) : rich;
        }
        if (c == 'x' || c == '\'') {
            return hex(start + 2, 2, 0);
        }
        return c == '_' || c == '-' || c == '/' || c == '+' || c == '=' || Lines.isLineEnd(c)
                ? Scanner.JOIN
                : Scanner.BREAK;
    }

    private int at(int index) {
        return index < octets.length() ? octets.at(index) : 0;
    }

    /** RTF: a decimal number, and what programs show that do not know it. */
    private int rich(int digits) {
        int at = digits;
        int value = 0;
        while (at(at) >= '0' && at(at) <= '9' && at - digits < MOST_DIGITS) {
            value = value * 10 + at(at++) - '0';
        }
        int shown = at(at) == ' ' ? at + 1 : at;
        if (at == digits || (at(shown) != '?' && (at(shown) != '\\' || at(shown + 1) != '\''))) {
            return Scanner.BREAK;
        }
        end = at(shown) == '?' ? shown + 1 : Math.min(octets.length(), shown + 4);
        return meant(value);
    }

    private int hex(int digits, int count, int closing) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int digit = Scanner.hexValue(at(digits + i));
            if (digit < 0) {
                return Scanner.BREAK;
            }
            value = value << 4 | digit;
        }
        if (count == 0) {
            return Scanner.BREAK;
        }
        end = digits + count + closing;
        return meant(value);
    }

    private static int meant(int value) {
        return value < 256 || Hyphens.is(value) || Invisible.is(value) ? Scanner.kept(value) : Scanner.BREAK;
    }
}
