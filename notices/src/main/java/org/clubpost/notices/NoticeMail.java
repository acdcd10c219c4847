package org.clubpost.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.commons.mail2.core.EmailException;
import org.apache.commons.mail2.jakarta.HtmlEmail;
import org.clubpost.angus.Angus;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Shown;
import org.clubpost.core.store.MailContent;
import org.clubpost.site.Letter;

/**
 * A letter as a mail: multipart/alternative of plain text and HTML (RFC 2046 section 5.1.4), 7-bit clean, with CRLF
 * line ends. When mails of others are attached, it stands inside a multipart/mixed.
 *
 * @param list the list that it is from
 * @param recipient whom it is to
 * @param answered who gets an answer to it; the owners when empty
 * @param letter its words
 * @param fields further header fields, their values in ASCII; {@value #DATE} and {@value #MESSAGE_ID} are among them
 * @param attached mails of others
 */
record NoticeMail(MailingList list, EmailAddress recipient, Optional<Shown.Writer> answered, Letter letter,
        Map<String, String> fields, List<MailContent> attached) {

    static final String DATE = "Date";
    static final String MESSAGE_ID = "Message-ID";

    /** RFC 5322 section 3.3, in a zone that tells nothing about where we are. */
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter
            .ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static {
        Angus.lenient();
    }

    static String date(Instant instant) {
        return DATE_TIME.format(instant);
    }

    MailContent write() {
        var octets = new ByteArrayOutputStream(8 * 1024);
        try {
            var mail = new KeepingMessageId();
            // Without a session of its own it would copy the system properties and ask for a host to send to.
            mail.setMailSession(Session.getInstance(new Properties()));
            mail.setCharset(UTF_8.name());
            mail.setFrom(list.address().ascii(), list.senderName());
            if (answered.isEmpty()) {
                mail.addReplyTo(list.address(ListRole.OWNER).ascii());
            } else if (answered.get().name().isEmpty()) {
                mail.addReplyTo(answered.get().address().ascii());
            } else {
                mail.addReplyTo(answered.get().address().ascii(), Lines.oneLine(answered.get().name()));
            }
            mail.addTo(recipient.ascii());
            mail.setSubject(letter.subject());
            mail.addHeader("List-Id", listId());
            fields.forEach(mail::addHeader);
            mail.setTextMsg(crlf(letter.text()));
            mail.setHtmlMsg(crlf(letter.html()));
            mail.buildMimeMessage();
            if (!attached.isEmpty()) {
                attach(mail.getMimeMessage());
            }
            mail.getMimeMessage().writeTo(octets);
        } catch (EmailException | MessagingException e) {
            throw new IllegalStateException("a notice could not be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MailContent.of(octets.toByteArray());
    }

    private void attach(MimeMessage message) throws IOException, MessagingException {
        var words = new MimeBodyPart();
        words.setContent((Multipart) message.getContent());
        var all = new MimeMultipart(words);
        for (var mail : attached) {
            var name = attached.size() == 1 ? "mail.eml" : AttachedMail.name(all.getCount());
            all.addBodyPart(AttachedMail.of(mail, name));
        }
        message.setContent(all);
    }

    /** RFC 2919 section 3: the phrase quoted or in encoded words, the identifier never. */
    private String listId() throws UnsupportedEncodingException {
        var name = list.profile().name();
        var word = MimeUtility.encodeWord(name, UTF_8.name(), "Q");
        var phrase = word.equals(name) ? '"' + name.replaceAll("[\"\\\\]", "") + '"' : word;
        return phrase + " <" + list.id() + "." + list.domain() + ">";
    }

    /** The encoders take line ends as they are, and SMTP knows only this one. */
    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }

    /** Angus Mail would put an identifier with the name of this machine in. */
    private static final class KeepingMessageId extends HtmlEmail {

        @Override
        protected MimeMessage createMimeMessage(Session session) {
            return new MimeMessage(session) {

                @Override
                protected void updateMessageID() {
                    // It was set with the other fields.
                }
            };
        }
    }
}
