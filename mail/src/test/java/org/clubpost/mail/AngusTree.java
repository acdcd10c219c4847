package org.clubpost.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import org.clubpost.angus.Angus;

/** Angus Mail, with every switch that makes it lenient, and kept from giving a changed mail another Message-ID. */
final class AngusTree implements Tree {

    @Override
    public byte[] untouched(byte[] mail) throws MessagingException, IOException {
        return written(read(mail));
    }

    @Override
    public Optional<byte[]> withLine(byte[] mail, String line) throws MessagingException, IOException {
        var message = read(mail);
        var text = firstText(message);
        if (text.isEmpty() || !(text.get().getContent() instanceof String words)) {
            return Optional.empty();
        }
        var type = new ContentType(text.get().getContentType());
        text.get().setText(words + line, type.getParameter("charset"), type.getSubType());
        message.saveChanges();
        return Optional.of(written(message));
    }

    private static MimeMessage read(byte[] mail) throws MessagingException {
        Angus.lenient();
        return new KeepingMessageId(mail);
    }

    private static byte[] written(MimeMessage message) throws MessagingException, IOException {
        var out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }

    private static Optional<MimePart> firstText(MimePart part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (var i = 0; i < multipart.getCount(); i++) {
                var found = multipart.getBodyPart(i) instanceof MimeBodyPart inner
                        ? firstText(inner)
                        : Optional.<MimePart>empty();
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        var isText = part.isMimeType("text/plain") || part.isMimeType("text/html");
        return isText && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                ? Optional.of(part)
                : Optional.empty();
    }

    private static final class KeepingMessageId extends MimeMessage {

        KeepingMessageId(byte[] mail) throws MessagingException {
            super(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
        }

        @Override
        protected void updateMessageID() {
            // It keeps the one that it has.
        }
    }
}
