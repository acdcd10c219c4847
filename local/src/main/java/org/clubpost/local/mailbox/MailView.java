package org.clubpost.local.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.clubpost.angus.Angus;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.text.Charsets;

/**
 * A mail taken apart for reading: its text, its HTML with the images that it brings, and its attachments. What cannot
 * be taken apart can be seen only in the source.
 */
final class MailView {

    private static final int MAX_DEPTH = 20;

    static {
        Angus.lenient();
    }

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Map<String, String> inline = new HashMap<>();

    /**
     * A part that is not shown as text or HTML.
     *
     * @param number its place among the attachments, from 0
     * @param name its file name, or its type when it has none
     * @param type its media type
     * @param content its octets, decoded
     */
    record Attachment(int number, String name, String type, Octets content) {}

    /** Octets, compared by identity so that a record can hold them. */
    static final class Octets {

        private final byte[] octets;

        Octets(byte[] octets) {
            this.octets = octets;
        }

        byte[] toByteArray() {
            return octets;
        }

        int size() {
            return octets.length;
        }
    }

    private MailView() {}

    static MailView of(byte[] mail) {
        var view = new MailView();
        try {
            view.read(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)), 0);
        } catch (MessagingException | IOException unreadable) {
            view.text.append("(This mail cannot be taken apart. Its source shows it as it is.)");
        }
        return view;
    }

    /** The text, empty when there is none. */
    String text() {
        return text.toString();
    }

    /** The HTML, with the images that the mail brings put into it; empty when there is none. */
    String html() {
        var page = html.toString();
        for (var image : inline.entrySet()) {
            page = page.replace("cid:" + image.getKey(), image.getValue());
        }
        return page;
    }

    /** What is attached. */
    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    /** The attachment of that number. */
    Optional<Attachment> attachment(int number) {
        return number >= 0 && number < attachments.size() ? Optional.of(attachments.get(number)) : Optional.empty();
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        var attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (part.isMimeType("multipart/*") && depth < MAX_DEPTH && part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                read(each, depth + 1);
            }
        } else if (part.isMimeType("text/plain") && !attached) {
            text.append(text.isEmpty() ? "" : "\n\n").append(decoded(part));
        } else if (part.isMimeType("text/html") && !attached) {
            html.append(decoded(part));
        } else {
            attach(part);
        }
    }

    private void attach(Part part) throws MessagingException, IOException {
        var content = part.getInputStream().readAllBytes();
        var type = type(part);
        var id = part.getHeader("Content-ID");
        if (id != null && type.startsWith("image/")) {
            inline.put(id[0].strip().replaceAll("^<|>$", ""),
                    "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content));
        }
        var name = part.getFileName();
        attachments.add(new Attachment(attachments.size(), name == null ? type : HeaderText.decodedName(name), type,
                new Octets(content)));
    }

    private static String type(Part part) throws MessagingException {
        return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
    }

    private static String decoded(Part part) throws MessagingException, IOException {
        var content = org.clubpost.mail.mime.Octets.of(part.getInputStream().readAllBytes());
        return Charsets.read(content, label(part)).replace("\r\n", "\n");
    }

    private static String label(Part part) {
        try {
            var label = new ContentType(part.getContentType()).getParameter("charset");
            return label == null ? "" : label;
        } catch (MessagingException unreadable) {
            return "";
        }
    }
}
