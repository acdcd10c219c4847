package org.clubpost.local;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.outbox.CollectingOutbox;
import org.clubpost.core.store.MailContent;
import org.clubpost.notices.CommonsEmailNotices;

/**
 * A mail of ours as whoever gets it reads it.
 *
 * @param name which it is, for people
 * @param subject its subject
 * @param html its HTML part
 * @param text its plain text
 */
record SampleMail(String name, String subject, String html, String text) {

    /** All that we write in that language. */
    static List<SampleMail> in(Locale language) {
        var notices = EveryNotice.in(language).toList();
        var outbox = new CollectingOutbox();
        var writer = new CommonsEmailNotices(outbox, new FixedClock(), new Random(1));
        notices.forEach(writer::send);
        return IntStream.range(0, notices.size()).mapToObj(i -> read(language + " " + i + " "
                + notices.get(i).getClass().getSimpleName(), outbox.accepted().get(i).content())).toList();
    }

    private static SampleMail read(String name, MailContent content) {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(content.toByteArray()));
            return new SampleMail(name, mail.getSubject(), part(mail, "text/html"), part(mail, "text/plain"));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        var found = "";
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount() && found.isEmpty(); i++) {
                found = part(parts.getBodyPart(i), type);
            }
        }
        return found;
    }
}
