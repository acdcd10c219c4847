package org.clubpost.mail.mime;

import java.util.Base64;
import java.util.Optional;

/** Undoes a content transfer encoding. */
public final class TransferDecoder {

    private TransferDecoder() {}

    /**
     * The decoded body; empty if the encoding is unknown or the body breaks its rules in a way that would lose data,
     * such as text after the end of base64.
     */
    public static Optional<Octets> decode(Octets body, TransferEncoding encoding) {
        return switch (encoding) {
            case SEVEN_BIT, EIGHT_BIT, BINARY -> Optional.of(body);
            case QUOTED_PRINTABLE -> Optional.of(QuotedPrintable.decode(body));
            case BASE64 -> base64(body);
            case UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Octets> base64(Octets body) {
        for (int i = 0; i < body.length(); i++) {
            byte b = body.at(i);
            boolean known = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '+'
                    || b == '/' || b == '=' || b == '\r' || b == '\n' || b == ' ' || b == '\t';
            if (!known) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(Octets.of(Base64.getMimeDecoder().decode(body.toByteArray())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
