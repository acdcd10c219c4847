package org.clubpost.mail.token;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.clubpost.mail.mime.Octets;

/** Text in UTF-7 (RFC 2152), in which any character may be written in base64 between a plus sign and a hyphen. */
final class Utf7 {

    private Utf7() {}

    /** Whether the octets may be such a text that hides ASCII, or something invisible. */
    static boolean mayHide(Octets text) {
        for (int at = text.indexOf((byte) '+', 0); at >= 0;) {
            int end = runEnd(text, at + 1);
            int bits = 0;
            for (int i = at + 1, count = 0; i < end; i++) {
                bits = bits << 6 | Blob.value(text.at(i));
                count += 6;
                if (count >= 16) {
                    count -= 16;
                    int unit = bits >> count & 0xffff;
                    if (unit < 128 || Hyphens.is(unit) || Invisible.isUnit(unit)) {
                        return true;
                    }
                }
            }
            at = end < text.length() ? text.indexOf((byte) '+', end) : -1;
        }
        return false;
    }

    private static int runEnd(Octets text, int start) {
        int at = start;
        while (at < text.length() && LooseBase64.isCharacter(text.at(at))) {
            at++;
        }
        return at;
    }

    /** The text, in UTF-8. */
    static Octets decoded(Octets text) {
        var decoded = new StringBuilder(text.length());
        for (int at = 0; at < text.length();) {
            byte c = text.at(at);
            int end = c == '+' ? runEnd(text, at + 1) : at + 1;
            if (c != '+' || (end == at + 1 && (end == text.length() || text.at(end) != '-'))) {
                decoded.append((char) (c & 0xff));
            } else if (end == at + 1) {
                decoded.append('+');
                end++;
            } else {
                var units = new Blob(text.slice(at + 1, end).toByteArray(), 0, end - at - 1).decoded(0);
                decoded.append(new String(units, 0, units.length & -2, StandardCharsets.UTF_16BE));
                end += end < text.length() && text.at(end) == '-' ? 1 : 0;
            }
            at = end;
        }
        return Octets.of(decoded.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A text in UTF-8 written in UTF-7: ASCII as it is, all else in base64. */
    static Octets encoded(Octets utf8) {
        String text = new String(utf8.toByteArray(), StandardCharsets.UTF_8);
        var encoded = new ByteArrayOutputStream(text.length() + 64);
        for (int at = 0; at < text.length();) {
            int end = at;
            while (end < text.length() && text.charAt(end) >= 128) {
                end++;
            }
            if (end > at) {
                encoded.write('+');
                encoded.writeBytes(Base64.getEncoder().withoutPadding()
                        .encode(text.substring(at, end).getBytes(StandardCharsets.UTF_16BE)));
                encoded.write('-');
            } else {
                encoded.write(text.charAt(end++));
                if (text.charAt(at) == '+') {
                    encoded.write('-');
                }
            }
            at = end;
        }
        return Octets.of(encoded.toByteArray());
    }
}
