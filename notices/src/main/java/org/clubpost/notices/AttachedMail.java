package org.clubpost.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import java.util.Base64;
import org.clubpost.angus.Angus;
import org.clubpost.core.store.MailContent;

/**
 * Somebody's mail as a part of ours: message/rfc822 (RFC 2046 section 5.2.1), byte for byte, so that a mail program
 * shows it like any other. That type takes no encoding. So a mail with a line of more than 998 octets, a NUL, or a line
 * end that is not CRLF would not survive the way. It is attached as a file.
 */
final class AttachedMail {

    private static final int MAX_LINE = 998;

    static {
        Angus.lenient();
    }

    private AttachedMail() {}

    /** What the mail of that number is called as a file. */
    static String name(int number) {
        return "mail-" + number + ".eml";
    }

    /**
     * @param name what it is called as a file, in ASCII
     */
    static MimeBodyPart of(MailContent content, String name) throws MessagingException {
        var octets = content.toByteArray();
        var headers = new InternetHeaders();
        if (isFitToTravel(octets)) {
            headers.setHeader("Content-Type", "message/rfc822");
            headers.setHeader("Content-Disposition", "attachment; filename=" + name);
            headers.setHeader("Content-Transfer-Encoding", isAscii(octets) ? "7bit" : "8bit");
            return new MimeBodyPart(headers, octets);
        }
        headers.setHeader("Content-Type", "application/octet-stream; name=" + name);
        headers.setHeader("Content-Disposition", "attachment; filename=" + name);
        headers.setHeader("Content-Transfer-Encoding", "base64");
        return new MimeBodyPart(headers, Base64.getMimeEncoder().encode(octets));
    }

    private static boolean isFitToTravel(byte[] octets) {
        var line = 0;
        for (var i = 0; i < octets.length; i++) {
            var lineEnds = octets[i] == '\r' && i + 1 < octets.length && octets[i + 1] == '\n';
            if (lineEnds) {
                line = 0;
                i++;
            } else if (octets[i] == 0 || octets[i] == '\r' || octets[i] == '\n' || ++line > MAX_LINE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(byte[] octets) {
        for (var octet : octets) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }
}
