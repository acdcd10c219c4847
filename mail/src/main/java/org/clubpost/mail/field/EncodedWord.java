package org.clubpost.mail.field;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.text.Charsets;

/**
 * An encoded word (RFC 2047 section 2) as mails really have them: with blanks in it, without padding, with either case
 * of the letter, with a language (RFC 2231 section 5).
 *
 * @param raw the whole word as it stands in the field
 * @param label what it says of its charset
 * @param isBase64 whether it is encoded in B; else it is in Q
 * @param encoded what stands between the last question marks
 */
record EncodedWord(String raw, String label, boolean isBase64, String encoded) {

    private static final int LONGEST_LABEL = 64;
    /** Words longer than RFC 2047 section 2 allows are read everywhere, but half a line is enough. */
    private static final int LONGEST = 998 / 2;

    /** The word that begins there, if one does. It ends before the next one begins. */
    static Optional<EncodedWord> at(String line, int start) {
        if (!begins(line, start)) {
            return Optional.empty();
        }
        int mark = line.indexOf('?', start + 2, Math.min(line.length(), start + 2 + LONGEST_LABEL));
        if (mark < 0 || mark == start + 2 || mark + 2 >= line.length() || line.charAt(mark + 2) != '?') {
            return Optional.empty();
        }
        char letter = line.charAt(mark + 1);
        boolean isBase64 = letter == 'b' || letter == 'B';
        if (!isBase64 && letter != 'q' && letter != 'Q') {
            return Optional.empty();
        }
        for (int i = mark + 3; i + 1 < line.length(); i++) {
            if (line.charAt(i) == '?' && line.charAt(i + 1) == '=') {
                return Optional.of(new EncodedWord(line.substring(start, i + 2), line.substring(start + 2, mark),
                        isBase64, line.substring(mark + 3, i)));
            }
            if (i > mark + 3 && begins(line, i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean begins(String line, int at) {
        return line.startsWith("=?", at) && at + 2 < line.length() && line.charAt(at + 2) != '=';
    }

    /** What its charset is read as; empty if nobody knows it. */
    Optional<Charset> charset() {
        return Charsets.named(label);
    }

    /** Whether every reader takes it for a word: it has only characters that may stand in one, and is not too long. */
    boolean isProper() {
        return raw.length() <= LONGEST && raw.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /**
     * Whether its base64 ends within a byte. Some programs cut the base64 of a whole text into words
     * wherever they like.
     */
    boolean isCut() {
        if (!isBase64 || encoded.indexOf('=') >= 0) {
            return false;
        }
        int count = 0;
        int last = 0;
        for (int i = 0; i < encoded.length(); i++) {
            int value = value(encoded.charAt(i));
            count += value < 0 ? 0 : 1;
            last = value < 0 ? last : value;
        }
        return switch (count % 4) {
            case 1 -> true;
            case 2 -> (last & 0xF) != 0;
            case 3 -> (last & 0x3) != 0;
            default -> false;
        };
    }

    /** The bytes that it stands for. */
    Octets octets() {
        return isBase64 ? ofBase64(encoded) : ofQ();
    }

    private Octets ofQ() {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            int high = c == '=' && i + 2 < encoded.length() ? Character.digit(encoded.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(encoded.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c == '_' ? ' ' : c);
            } else {
                boolean isPair = Character.isHighSurrogate(c) && i + 1 < encoded.length();
                bytes.writeBytes(unencoded(encoded.substring(i, i + (isPair ? 2 : 1))));
                i += isPair ? 1 : 0;
            }
        }
        return Octets.of(bytes.toByteArray());
    }

    /** A character that should have been encoded, in the charset of the others. */
    private byte[] unencoded(String character) {
        return charset().flatMap(charset -> Charsets.encode(character, charset)).map(Octets::toByteArray)
                .orElseGet(() -> character.getBytes(StandardCharsets.UTF_8));
    }

    /** Base64 of which other characters are ignored, and which begins anew after padding. */
    static Octets ofBase64(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        int bits = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = value(c);
            if (value >= 0) {
                bits = bits << 6 | value;
                count += 6;
                if (count >= 8) {
                    count -= 8;
                    bytes.write(bits >> count);
                }
            } else if (c == '=') {
                count = 0;
            }
        }
        return Octets.of(bytes.toByteArray());
    }

    private static int value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        return c >= '0' && c <= '9' ? c - '0' + 52 : c == '+' ? 62 : c == '/' ? 63 : -1;
    }
}
