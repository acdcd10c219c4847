package org.clubpost.mail.mime;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The type of an entity whose Content-Type field is empty, breaks the grammar, or names a kind that does not exist, such
 * as {@code plain/text}. A body that looks like a text is plain text, as RFC 2045 section 5.2 has it, or HTML where the
 * field speaks of it. A file stays one.
 */
final class OddType {

    /** The kinds that IANA knows, and one that is in use without that. */
    private static final Set<String> KINDS = Set.of("text", "image", "audio", "video", "application", "multipart",
            "message", "model", "font", "example", "haptics", "chemical");
    /** A multiple of 4, for base64. */
    private static final int LOOKED_AT = 8 << 10;
    private static final int CHARACTERS_FOR_A_CONTROL = 50;
    private static final Octets PDF = Octets.latin1("%PDF-");

    private OddType() {}

    /** The type that the field gives, or a text's in its place. */
    static ContentType of(String value, Entity entity) {
        var read = ContentType.parse(value);
        boolean isOdd = read.equals(ContentType.UNREADABLE)
                ? value.length() <= FieldLimits.PARAMETERS && !value.contains("octet-stream")
                : !isKind(read.type());
        return isOdd && entity.body() instanceof Body.Leaf(var body) && isShown(entity)
                ? text(value).filter(_ -> looksLikeText(body, entity.transferEncoding())).orElse(read)
                : read;
    }

    private static boolean isKind(String type) {
        return KINDS.contains(type) || type.startsWith("x-");
    }

    private static boolean isShown(Entity entity) {
        return entity.disposition().filter(kind -> !kind.equals("inline") && !kind.isEmpty()).isEmpty()
                && entity.header().value("Content-Disposition")
                        .filter(value -> value.toLowerCase(Locale.ROOT).contains("filename")).isEmpty();
    }

    /** The field read as a text's; empty when it has a file's name. */
    private static Optional<ContentType> text(String value) {
        int end = value.indexOf(';');
        Map<String, String> parameters = ParameterText.read(end < 0 ? ";" + value : value.substring(end));
        var subtype = value.toLowerCase(Locale.ROOT).contains("html") ? "html" : "plain";
        return parameters.containsKey("name")
                ? Optional.empty()
                : Optional.of(new ContentType("text", subtype, parameters, false));
    }

    private static boolean looksLikeText(Octets body, TransferEncoding encoding) {
        var beginning = body.slice(0, Math.min(body.length(), LOOKED_AT));
        return TransferDecoder.decodeText(beginning, encoding).filter(OddType::looksLikeText).isPresent();
    }

    private static boolean looksLikeText(Octets octets) {
        int controls = 0;
        for (int i = 0; i < octets.length(); i++) {
            byte b = octets.at(i);
            if (b == 0) {
                return false;
            }
            controls += isControl(b) ? 1 : 0;
        }
        return controls <= octets.length() / CHARACTERS_FOR_A_CONTROL && !octets.startsWith(PDF, 0);
    }

    /** ESC begins the characters of ISO-2022, and FF a page. */
    private static boolean isControl(byte b) {
        return b == 127 || (b >= 0 && b < ' ' && "\t\n\f\r\u001b".indexOf(b) < 0);
    }
}
