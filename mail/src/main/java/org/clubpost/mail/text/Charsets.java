package org.clubpost.mail.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.mail.mime.Octets;

/** Character sets as mails name them. */
public final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Charsets() {}

    /** The charset that a name in a mail means, common misspellings included; empty if Java has none of that name. */
    public static Optional<Charset> named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
        return lookUp(plain).or(() -> plain.startsWith("cp-") ? lookUp("cp" + plain.substring(3)) : Optional.empty())
                .or(() -> plain.equals("utf8mb4") || plain.equals("utf-8-mac") ? lookUp("utf-8") : Optional.empty())
                .or(() -> plain.equals("iso-8859-8-i") || plain.equals("iso-8859-8-e")
                        ? lookUp("iso-8859-8")
                        : Optional.empty())
                .or(() -> plain.equals("x-mac-roman") ? lookUp("x-macroman") : Optional.empty());
    }

    private static Optional<Charset> lookUp(String name) {
        try {
            var charset = Charset.forName(name);
            return charset.canEncode() ? Optional.of(charset) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
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

    /** What a text without a named charset is written in: US-ASCII, UTF-8 if it is valid UTF-8, else windows-1252. */
    public static Charset guess(Octets content) {
        if (isAscii(content)) {
            return StandardCharsets.US_ASCII;
        }
        return decode(content, StandardCharsets.UTF_8).isPresent() ? StandardCharsets.UTF_8 : WINDOWS_1252;
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
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(content.toByteArray())).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The bytes of a text, if the charset has all its characters. */
    public static Optional<Octets> encode(String text, Charset charset) {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(Octets.of(bytes));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The same text in UTF-8, if every byte means a character; a byte order mark goes. */
    public static Optional<Octets> toUtf8(Octets content, Charset charset) {
        return decode(content, charset).map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .map(text -> Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
