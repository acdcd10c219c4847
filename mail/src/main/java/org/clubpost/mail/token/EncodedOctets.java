package org.clubpost.mail.token;

import java.io.ByteArrayOutputStream;
import org.clubpost.mail.mime.Octets;

/**
 * The octets that the encoded words of a header field stand for (RFC 2047), in whatever charset, with all else between
 * them but for backslashes. To look for ASCII in that is much quicker than to read it as text. Each octet is looked at a few times at most.
 */
final class EncodedOctets {

    private static final int LONGEST_CHARSET = 64;

    private final Octets field;
    private final ByteArrayOutputStream decoded = new ByteArrayOutputStream();

    private EncodedOctets(Octets field) {
        this.field = field;
    }

    static Octets of(Octets field) {
        var reading = new EncodedOctets(field);
        for (int at = 0; at < field.length();) {
            at = reading.read(at);
        }
        return Octets.of(reading.decoded.toByteArray());
    }

    /** Where the next thing begins. */
    private int read(int at) {
        int encoding = encoding(at);
        int end = encoding < 0 ? -1 : end(encoding + 2);
        if (end < 0) {
            if (field.at(at) != '\\') {
                decoded.write(field.at(at));
            }
            return at + 1;
        }
        word(field.at(encoding) | 0x20, field.slice(encoding + 2, end));
        int next = end + 2;
        int after = next;
        while (after < field.length() && field.at(after) <= ' ' && field.at(after) >= 0) {
            after++;
        }
        return isWordBegin(after) ? after : next;
    }

    /** Padding and the end of a word, {@code =?=}, begin no other. */
    private boolean isWordBegin(int at) {
        return at + 2 < field.length() && field.at(at) == '=' && field.at(at + 1) == '?' && field.at(at + 2) != '=';
    }

    /** Where the letter of the encoding stands, if a word begins there; else -1. */
    private int encoding(int at) {
        if (!isWordBegin(at)) {
            return -1;
        }
        int most = Math.min(field.length() - 2, at + LONGEST_CHARSET);
        for (int i = at + 2; i < most; i++) {
            if (field.at(i) == '?') {
                int letter = field.at(i + 1) | 0x20;
                return (letter == 'b' || letter == 'q') && field.at(i + 2) == '?' ? i + 1 : -1;
            }
        }
        return -1;
    }

    /** Where the word's text ends; -1 when another word begins before. */
    private int end(int start) {
        for (int i = start; i + 1 < field.length(); i++) {
            if (field.at(i) == '?' && field.at(i + 1) == '=') {
                return i;
            }
            if (isWordBegin(i)) {
                return -1;
            }
        }
        return -1;
    }

    private void word(int encoding, Octets text) {
        if (encoding == 'b') {
            decoded.writeBytes(LooseBase64.decoded(text).toByteArray());
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            byte b = text.at(i);
            boolean isEscape = b == '=' && i + 2 < text.length() && hex(text.at(i + 1)) >= 0
                    && hex(text.at(i + 2)) >= 0;
            decoded.write(isEscape ? hex(text.at(i + 1)) << 4 | hex(text.at(i + 2)) : b == '_' ? ' ' : b);
            i += isEscape ? 2 : 0;
        }
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }
}
