package org.clubpost.mail.preview;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.clubpost.angus.Angus;

/**
 * A second reader of mails that has nothing in common with ours: Angus Mail, which half the mail programs in Java read
 * with.
 */
final class AngusReader {

    private AngusReader() {}

    /** The leaves of any octets, as far as it finds them; empty if it gives up. */
    static Optional<List<StrictReader.Leaf>> read(byte[] mail) {
        Angus.lenient();
        try {
            var leaves = new ArrayList<StrictReader.Leaf>();
            collect(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)), leaves);
            return Optional.of(leaves);
        } catch (MessagingException | IOException | RuntimeException givesUp) {
            return Optional.empty();
        }
    }

    private static void collect(Part part, List<StrictReader.Leaf> leaves) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (var i = 0; i < multipart.getCount(); i++) {
                collect(multipart.getBodyPart(i), leaves);
            }
        } else {
            leaves.add(leaf(part));
        }
    }

    private static StrictReader.Leaf leaf(Part part) throws MessagingException, IOException {
        var named = Optional.ofNullable(part.getContentType()).orElse("text/plain");
        var octets = new String(octets(part), StandardCharsets.ISO_8859_1);
        try {
            var type = new ContentType(named);
            var charset = Optional.ofNullable(type.getParameter("charset")).orElse("us-ascii");
            return new StrictReader.Leaf(type.getBaseType().toLowerCase(Locale.ROOT), charset.toLowerCase(Locale.ROOT),
                    octets);
        } catch (ParseException unreadable) {
            return new StrictReader.Leaf("text/plain", "us-ascii", octets);
        }
    }

    private static byte[] octets(Part part) throws MessagingException, IOException {
        try (InputStream decoded = part.getInputStream()) {
            return decoded.readAllBytes();
        } catch (IOException undecodable) {
            try (InputStream raw = part instanceof MimeMessage mail
                    ? mail.getRawInputStream()
                    : ((MimeBodyPart) part).getRawInputStream()) {
                return new String(raw.readAllBytes(), StandardCharsets.ISO_8859_1).replaceAll("\\s", "")
                        .getBytes(StandardCharsets.ISO_8859_1);
            }
        }
    }
}
