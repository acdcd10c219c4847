package org.clubpost.mail.tnef;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;

/**
 * What is in a TNEF stream, read with Apache POI.
 *
 * @param files the files in it, in order
 * @param plainText its text, if it has one
 */
public record Tnef(List<File> files, Optional<String> plainText) {

    /** Nothing that can be read. */
    public static final Tnef NOTHING = new Tnef(List.of(), Optional.empty());

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String LOG4J_STATUS = "log4j2.StatusLogger.level";

    static {
        if (System.getProperty(LOG4J_STATUS) == null) {
            // Apache POI asks for Log4j. Having nothing but its API is not an error that we should report.
            System.setProperty(LOG4J_STATUS, "OFF");
        }
        // The size of the largest mail that SES receives. Apache POI's own limit of 20 MB is less than such a mail may
        // hold.
        TNEFAttribute.setMaxRecordLength(40 << 20);
    }

    /** Copies the list. */
    public Tnef {
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
    public record File(String name, String type, String subtype, Octets content) {}

    /** Whether a part is a TNEF stream, going by its type or its name. */
    public static boolean isTnef(Entity part) {
        ContentType type = part.contentType();
        return type.is("application", "ms-tnef") || type.is("application", "vnd.ms-tnef")
                || (type.type().equals("application")
                        && type.parameter("name").orElse("").equalsIgnoreCase("winmail.dat"));
    }

    /** Reads a part; {@link #NOTHING} if it cannot be decoded. */
    public static Tnef of(Entity part) {
        return part.body() instanceof Body.Leaf(Octets body)
                ? TransferDecoder.decode(body, part.transferEncoding()).map(Tnef::read).orElse(NOTHING)
                : NOTHING;
    }

    /** Reads a stream; one that is broken gives nothing, rather than some of its files. */
    private static Tnef read(Octets stream) {
        try {
            var message = new HMEFMessage(new ByteArrayInputStream(stream.toByteArray()));
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
        var type = ContentType.parse(
                Optional.ofNullable(URLConnection.guessContentTypeFromName(name)).orElse("application/octet-stream"));
        return new File(name, type.type(), type.subtype(), Octets.of(attachment.getContents()));
    }

    /** A text attribute, decoded here: POI takes every long text for UTF-16, and most are in an 8-bit code page. */
    private static Optional<String> text(HMEFMessage message, TNEFProperty property) {
        return Optional.ofNullable(message.getMessageAttribute(property)).map(TNEFAttribute::getData).map(data -> {
            boolean isWide = data.length > 1 && data.length % 2 == 0 && data[1] == 0;
            return new String(data, isWide ? StandardCharsets.UTF_16LE : WINDOWS_1252).replace("\0", "");
        }).filter(text -> !text.isBlank());
    }
}
