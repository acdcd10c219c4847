package org.clubpost.people.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/**
 * Counts the bytes of a text that are letters in one charset and signs in another. Names and addresses have letters
 * within words, and signs between them.
 */
final class LetterCounts {

    /** Positions of letters within words of Polish, Czech and their kin where windows-1252 has signs. */
    private static final String EASTERN = "\u00A3\u00A5\u00AF\u00B3\u00B9\u00BC\u00BE\u00BF";
    /** Positions where windows-1252 has quotes and dashes, which stand beside letters, too. */
    private static final String QUOTES = "\u0080\u0082\u0084\u0085\u0091\u0092\u0093\u0094\u0095\u0096\u0097";
    private static final int APOSTROPHE = 0x92;

    private int expected;
    private long characters;
    private long errors;
    private int before;
    private int current = -1;
    private long high;
    private long pairs;
    private long latin;
    private long mac;
    private long eastern;

    /** Takes the next bytes in. */
    void add(byte[] block, int length) {
        for (var i = 0; i < length; i++) {
            var next = block[i] & 0xFF;
            utf8(next);
            if (current >= 0x80) {
                letter(next);
            }
            before = current;
            current = next;
        }
    }

    private void utf8(int next) {
        if (expected > 0 && next >> 6 == 0b10) {
            expected--;
            characters += expected == 0 ? 1 : 0;
            return;
        }
        errors += expected > 0 ? 1 : 0;
        expected = next >= 0xC2 && next <= 0xDF ? 1 : next >> 4 == 0b1110 ? 2 : next >= 0xF0 && next <= 0xF4 ? 3 : 0;
        errors += next >= 0x80 && expected == 0 ? 1 : 0;
    }

    /** The current byte, now that its neighbours are known. */
    private void letter(int after) {
        high++;
        pairs += current >= 0xC0 && (before >= 0xC0 || after >= 0xC0) ? 1 : 0;
        var isWithin = isLetter(before) && isLetter(after);
        var isBeside = isLetter(before) || isLetter(after);
        if (current >= 0xC0) {
            latin += isBeside && current != 0xD7 && current != 0xF7 ? 1 : 0;
        } else if (EASTERN.indexOf(current) >= 0) {
            eastern += isBeside ? 1 : 0;
        } else if (current < 0xA0 || current == 0xA7) {
            var isSure = QUOTES.indexOf(current) >= 0 ? isWithin && current != APOSTROPHE : isBeside;
            mac += isSure ? 1 : 0;
        }
    }

    private static boolean isLetter(int octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
    }

    /** The charset in which the most is letters. */
    Encoding encoding() {
        if (current >= 0x80) {
            letter('\n');
        }
        if (errors == 0 && expected == 0) {
            return new Encoding(UTF_8, false);
        }
        if (characters > 4 * errors) {
            return new Encoding(UTF_8, true);
        }
        return new Encoding(Charset.forName(oneByte()), true);
    }

    private String oneByte() {
        if (pairs * 2 > high) {
            return "windows-1251";
        }
        if (mac > latin + eastern) {
            return Encoding.MAC;
        }
        return eastern > 0 ? "windows-1250" : "windows-1252";
    }
}
