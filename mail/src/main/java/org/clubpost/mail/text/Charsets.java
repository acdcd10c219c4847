package org.clubpost.mail.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.clubpost.mail.charset.CharsetLabels;
import org.clubpost.mail.charset.Reading;
import org.clubpost.mail.mime.Octets;

/**
 * Character sets as mails name them and mail programs read them. Headers, texts and names of files are all read by this
 * one table. See the WHATWG Encoding Standard.
 */
public final class Charsets {

    private static final Charset WINDOWS_1252 = named("windows-1252").orElseThrow();
    private static final Charset JAPANESE = named("iso-2022-jp").orElseThrow();
    private static final Octets TO_JAPANESE = Octets.latin1("\u001B$");

    private Charsets() {}

    /**
     * The charset as which mail programs read what has this label; empty if nobody knows it. It can hold more than the
     * label says: programs read {@code iso-8859-1} as windows-1252, and {@code gb2312} as GB18030. It may be one that
     * Java cannot name, and one that can be read only.
     */
    public static Optional<Charset> named(String label) {
        return CharsetLabels.read(label);
    }

    /** The charset that the label says by the book; empty if Java has none of that name. */
    public static Optional<Charset> strictly(String label) {
        return CharsetLabels.strictly(label);
    }

    /** Whether a text with this label is US-ASCII by the book. An empty label says so (RFC 2045 section 5.2). */
    public static boolean isAsciiLabel(String label) {
        return label.isBlank() || strictly(label).equals(Optional.of(StandardCharsets.US_ASCII));
    }

    /**
     * Whether every ASCII character is its own byte in this charset, and no other character uses such a byte. Then
     * ASCII can be found and put in without decoding. UTF-8 and the one-byte charsets that extend ASCII are of this
     * kind.
     */
    public static boolean extendsAscii(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return true;
        }
        if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() != 1.0f) {
            return false;
        }
        byte[] ascii = new byte[128];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        return new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII));
    }

    /**
     * What a text without a named charset is written in: US-ASCII or ISO-2022-JP if it has no byte above 127, UTF-8 if
     * it is hardly anything else, else windows-1252.
     */
    public static Charset guess(Octets content) {
        if (isAscii(content)) {
            return isJapanese(content) ? JAPANESE : StandardCharsets.US_ASCII;
        }
        return isUtf8(content) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    /** Whether nothing but ISO-2022 has it: an escape before a dollar sign, in bytes below 128. */
    private static boolean isJapanese(Octets content) {
        for (int at = content.indexOf((byte) 0x1B, 0); at >= 0; at = content.indexOf((byte) 0x1B, at + 1)) {
            if (content.startsWith(TO_JAPANESE, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is UTF-8, of which a byte may be missing: it has more characters than mistakes. */
    private static boolean isUtf8(Octets content) {
        Reading reading = Reading.of(content.toByteArray(), StandardCharsets.UTF_8);
        long characters = reading.text().codePoints().filter(c -> c > 127 && c != 0xFFFD).count();
        return reading.isWhole() || characters > reading.lost() || (characters == 1 && reading.lost() == 1);
    }

    /** Whether all bytes are below 128. */
    public static boolean isAscii(Octets content) {
        for (int i = 0; i < content.length(); i++) {
            if (content.at(i) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The characters, if every byte means one. */
    public static Optional<String> decode(Octets content, Charset charset) {
        return Optional.of(Reading.of(content.toByteArray(), charset)).filter(Reading::isWhole).map(Reading::text);
    }

    /** The bytes of a text, if the charset can be written and has all its characters. */
    public static Optional<Octets> encode(String text, Charset charset) {
        if (!charset.canEncode()) {
            return Optional.empty();
        }
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(Octets.of(bytes));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * A text as its reader sees it.
     *
     * @param label what names its charset; empty or unknown where {@link #guess} has to do
     */
    public static String read(Octets content, String label) {
        Charset charset = Optional.of(label).filter(name -> !isAsciiLabel(name)).flatMap(Charsets::named)
                .orElseGet(() -> guess(content));
        return Reading.of(content.toByteArray(), charset).text();
    }
}
