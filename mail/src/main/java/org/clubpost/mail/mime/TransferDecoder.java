package org.clubpost.mail.mime;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

    /**
     * The decoded body of a text as its reader should see it; empty if that cannot be told. It is that of {@link
     * #decode}. But gateways put lines of their own behind base64 without decoding it. Those lines stand behind the decoded text.
     */
    public static Optional<Octets> decodeText(Octets body, TransferEncoding encoding) {
        return decode(body, encoding)
                .or(() -> encoding == TransferEncoding.BASE64 ? withTail(body) : Optional.empty());
    }

    private static Optional<Octets> withTail(Octets body) {
        List<Octets> decoded = new ArrayList<>();
        int at = 0;
        while (at < body.length()) {
            int end = blockEnd(body, at);
            if (end == at) {
                decoded.add(body.slice(at));
                return at == 0 ? Optional.empty() : Optional.of(Octets.concat(decoded));
            }
            Optional<Octets> block = base64(body.slice(at, end));
            if (block.isEmpty()) {
                return block;
            }
            decoded.add(block.get());
            at = end;
        }
        return Optional.of(Octets.concat(decoded));
    }

    /** Behind the line with the padding, or before one that is blank or no base64. */
    private static int blockEnd(Octets body, int start) {
        int at = start;
        while (at < body.length()) {
            int end = body.lineEnd(at);
            Octets line = body.slice(at, end);
            if (!isBase64(line) || line.latin1().isBlank()) {
                return at;
            }
            at = end;
            if (line.indexOf((byte) '=', 0) >= 0) {
                return at;
            }
        }
        return at;
    }

    private static boolean isBase64(Octets line) {
        return IntStream.range(0, line.length()).allMatch(i -> isBase64(line.at(i)));
    }

    private static boolean isBase64(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '+' || b == '/'
                || b == '=' || b == '\r' || b == '\n' || b == ' ' || b == '\t';
    }

    private static Optional<Octets> base64(Octets body) {
        if (!isBase64(body)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Octets.of(Base64.getMimeDecoder().decode(body.toByteArray())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
