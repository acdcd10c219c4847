package org.clubpost.mail.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.clubpost.angus.Angus;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.rule.SendAt;

/**
 * A mail that is being written.
 *
 * @param from its author
 * @param to the address of the list, or of a group of it
 * @param subject the subject, one line
 * @param words what it says
 * @param files what is attached
 * @param sendAt when it is to go out; empty for at once
 */
public record Draft(Writer from, EmailAddress to, String subject, Words words, List<File> files,
        Optional<OffsetDateTime> sendAt) {

    private static final String ANY_TYPE = "application/octet-stream";
    private static final int ID_OCTETS = 16;

    static {
        Angus.lenient();
    }

    /**
     * Who writes it.
     *
     * @param name as it is shown; empty for none
     * @param address the address
     */
    public record Writer(String name, EmailAddress address) {}

    /**
     * What it says.
     *
     * @param plain the text, with any line ends
     * @param html the same as HTML; empty for a mail of plain text
     */
    public record Words(String plain, Optional<String> html) {}

    /** A file that is attached. */
    public static final class File {

        private final String name;
        private final byte[] octets;

        /**
         * A file.
         *
         * @param name its name
         * @param octets what is in it; is not to be changed any more
         */
        public File(String name, byte[] octets) {
            this.name = name;
            this.octets = octets;
        }
    }

    /** Copies the files. */
    public Draft {
        files = List.copyOf(files);
    }

    /** With those files. */
    public Draft with(List<File> attached) {
        return new Draft(from, to, subject, words, attached, sendAt);
    }

    /**
     * What tells this draft from all others: 32 hexadecimal digits that follow from all that it says, and from what is
     * drawn for it, so that the same words can be sent twice.
     */
    public String id(String drawn) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Stream.of(drawn, from.name(), from.address().compared(), to.compared(), subject, words.plain(),
                    words.html().orElse(""), sendAt.map(OffsetDateTime::toString).orElse(""))
                    .forEach(part -> add(digest, part.getBytes(UTF_8)));
            files.forEach(file -> {
                add(digest, file.name.getBytes(UTF_8));
                add(digest, file.octets);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, ID_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** With its length, so that nothing can move from one part to the next. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    /**
     * The mail.
     *
     * @param id what stands before the {@code @} of its Message-ID: letters, digits, dots and hyphens
     */
    public Octets mail(String id, Instant now) {
        var octets = new ByteArrayOutputStream();
        try {
            var mail = new Written("<" + id + "@" + to.domain() + ">");
            mail.setFrom(new InternetAddress(from.address().ascii(), from.name(), UTF_8.name()));
            mail.setRecipient(RecipientType.TO, new InternetAddress(to.ascii()));
            mail.setSubject(subject, UTF_8.name());
            mail.setSentDate(Date.from(now));
            if (sendAt.isPresent()) {
                mail.setHeader(SendAt.FIELD, sendAt.get().toString());
            }
            fill(mail);
            mail.saveChanges();
            mail.writeTo(octets);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("what is written cannot be made a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Octets.of(octets.toByteArray());
    }

    private void fill(MimeMessage mail) throws MessagingException {
        if (files.isEmpty()) {
            say(mail);
            return;
        }
        var words = new MimeBodyPart();
        say(words);
        var all = new MimeMultipart("mixed", words);
        for (var file : files) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.octets, ANY_TYPE)));
            part.setFileName(file.name);
            part.setDisposition(Part.ATTACHMENT);
            all.addBodyPart(part);
        }
        mail.setContent(all);
    }

    private void say(MimePart part) throws MessagingException {
        var plain = words.plain().replaceAll("\\R", "\r\n");
        if (words.html().isEmpty()) {
            part.setText(plain, UTF_8.name());
            return;
        }
        var first = new MimeBodyPart();
        first.setText(plain, UTF_8.name());
        var second = new MimeBodyPart();
        second.setText(words.html().get().replaceAll("\\R", "\r\n"), UTF_8.name(), "html");
        part.setContent(new MimeMultipart("alternative", first, second));
    }

    /** A message that keeps its Message-ID. */
    private static final class Written extends MimeMessage {

        static {
            Angus.lenient();
        }

        private final String id;

        Written(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
