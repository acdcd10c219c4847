package org.clubpost.mail.step;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hmef.attribute.TNEFStringAttribute;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Octets;

/**
 * What is in a TNEF stream, read with Apache POI.
 *
 * @param files the files in it, in order
 * @param plainText its text, if it has one
 */
record Tnef(List<File> files, Optional<String> plainText) {

    /** Nothing that can be read. */
    static final Tnef NOTHING = new Tnef(List.of(), Optional.empty());

    static {
        // The largest mail that SES receives; Apache POI's own limit of 20 MB is below what comes in one.
        TNEFAttribute.setMaxRecordLength(40 << 20);
    }

    /** Copies the list. */
    Tnef {
        files = List.copyOf(files);
    }

    /**
     * A file.
     *
     * @param name what it is called, without a folder, one line
     * @param type the media type, guessed from the name
     * @param subtype the rest of it
     * @param content its bytes
     */
    record File(String name, String type, String subtype, Octets content) {}

    /** Reads a stream; one that is broken gives nothing, rather than some of its files. */
    static Tnef read(Octets stream) {
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(stream.toByteArray()));
            if (text(message, TNEFProperty.ID_MESSAGECLASS).orElse("").contains("Schedule")) {
                return NOTHING;
            }
            List<File> files = new ArrayList<>();
            for (Attachment attachment : message.getAttachments()) {
                files.add(file(attachment, files.size() + 1));
            }
            return new Tnef(files, text(message, TNEFProperty.ID_BODY));
        } catch (IOException | RuntimeException e) {
            return NOTHING;
        }
    }

    private static File file(Attachment attachment, int number) {
        String given = Optional.ofNullable(attachment.getLongFilename())
                .or(() -> Optional.ofNullable(attachment.getFilename())).orElse("");
        String clean = FieldText.oneLine(given.replace('\0', ' ')).strip();
        String last = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
        String name = last.isEmpty() ? "attachment-" + number : last;
        ContentType type = ContentType.parse(
                Optional.ofNullable(URLConnection.guessContentTypeFromName(name)).orElse("application/octet-stream"));
        return new File(name, type.type(), type.subtype(), Octets.of(attachment.getContents()));
    }

    private static Optional<String> text(HMEFMessage message, TNEFProperty property) {
        TNEFAttribute attribute = message.getMessageAttribute(property);
        return attribute instanceof TNEFStringAttribute text
                ? Optional.ofNullable(text.getString()).map(string -> string.replace("\0", ""))
                        .filter(s -> !s.isBlank())
                : Optional.empty();
    }
}
