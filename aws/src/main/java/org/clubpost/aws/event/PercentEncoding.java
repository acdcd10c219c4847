package org.clubpost.aws.event;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The encoding of names and values in a query and in {@code application/x-www-form-urlencoded} (WHATWG URL, section
 * 5.1), read strictly.
 */
final class PercentEncoding {

    private PercentEncoding() {}

    /** The text; empty when an escape is broken or the octets are not text in that charset. */
    static Optional<String> decode(String encoded, Charset charset) {
        var octets = new ByteArrayOutputStream(encoded.length());
        for (var at = 0; at < encoded.length(); at++) {
            var c = encoded.charAt(at);
            if (c == '%') {
                var escape = octet(encoded, at + 1);
                if (escape < 0) {
                    return Optional.empty();
                }
                octets.write(escape);
                at += 2;
            } else {
                octets.writeBytes(c == '+' ? new byte[]{' '} : encode(encoded, at, charset));
                at += Character.isHighSurrogate(c) && at + 1 < encoded.length() ? 1 : 0;
            }
        }
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray())).toString());
        } catch (CharacterCodingException notInThatCharset) {
            return Optional.empty();
        }
    }

    private static byte[] encode(String text, int at, Charset charset) {
        return Character.toString(text.codePointAt(at)).getBytes(charset);
    }

    private static int octet(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        var high = Character.digit(text.charAt(at), 16);
        var low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
