package org.clubpost.mail.token;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.QuotedPrintable;
import org.clubpost.mail.mime.TransferEncoding;

/** What kinds of content there are: mails in mails, texts, and files that break when an octet is taken out. */
final class Kinds {

    private static final Set<String> MAIL_FILES = Set.of("eml", "mht", "mhtml");
    private static final Octets PDF = Octets.latin1("%PDF-");

    private Kinds() {}

    /** Whether the content is to be read as a mail of its own: by its type, or by its file's name. */
    static boolean isMail(Entity entity) {
        ContentType type = entity.contentType();
        return type.is("message", "rfc822") || type.is("message", "global") || type.is("text", "rfc822-headers")
                || type.is("message", "global-headers") || type.is("message", "news") || isMailFile(name(entity));
    }

    private static boolean isMailFile(String name) {
        return MAIL_FILES.contains(name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT));
    }

    /** The file's name, decoded; empty if there is none. */
    static String name(Entity entity) {
        String given = entity.header().value("Content-Disposition")
                .flatMap(value -> ContentType.parse("x/" + value).parameter("filename"))
                .or(() -> entity.contentType().parameter("name")).orElse("");
        return HeaderText.cut(HeaderText.decodedName(given), 80);
    }

    /**
     * Whether the content is of a kind that breaks when its length changes. Texts and reports are not, whatever is in
     * them. A PDF file is, although it may be all ASCII, because it tells at which octet each of its pieces begins.
     *
     * @param type the first half of its media type
     */
    static boolean isBinary(String type, Octets content) {
        if (type.equals("text") || type.equals("message") || isUtf16(content)) {
            return false;
        }
        if (content.startsWith(PDF, 0)) {
            return true;
        }
        for (int i = 0; i < content.length(); i++) {
            byte b = content.at(i);
            if (b >= 0 && b < ' ' && b != '\t' && b != '\r' && b != '\n' && b != '\f' && b != 0x1B) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf16(Octets content) {
        return content.length() > 1
                && ((content.at(0) == (byte) 0xFF && content.at(1) == (byte) 0xFE)
                        || (content.at(0) == (byte) 0xFE && content.at(1) == (byte) 0xFF));
    }

    /** The content in the encoding in which the part had it, with a line end at its end if there was one. */
    static Octets encoded(Octets content, TransferEncoding encoding, Body.Leaf before) {
        return switch (encoding) {
            case BASE64 -> {
                var lines = Octets.of(Base64.getMimeEncoder().encode(content.toByteArray()));
                yield before.octets().lineEndLength() == 0
                        ? lines
                        : Octets.concat(List.of(lines, Octets.latin1("\r\n")));
            }
            case QUOTED_PRINTABLE -> QuotedPrintable.encode(content);
            case SEVEN_BIT, EIGHT_BIT, BINARY, UNKNOWN -> content;
        };
    }

    /** Whether an octet is written as quoted-printable writes it. */
    static boolean hasEscapes(Octets content) {
        for (int at = content.indexOf((byte) '=', 0); at >= 0; at = content.indexOf((byte) '=', at + 1)) {
            if (at + 2 < content.length() && Character.digit(content.at(at + 1), 16) >= 0
                    && Character.digit(content.at(at + 2), 16) >= 0) {
                return true;
            }
        }
        return false;
    }
}
