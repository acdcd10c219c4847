package org.clubpost.function.admin.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.function.admin.words.Words;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;
import org.clubpost.mail.text.ShownText;

/**
 * A mail as members of a list would get it, made by the same steps as every post. Its links lead nowhere.
 *
 * @param preparation the steps
 */
public record SampleMail(ListPreparation preparation) {

    private static final String AUTHOR = "erika@example.org";
    private static final String MEMBER = "anna@example.org";
    private static final List<String> FIELDS = List.of("From", "To", "Reply-To", "Subject");

    /** With steps that need nothing but these. */
    public SampleMail(PublicLinks links, SentIds sentIds) {
        this(new ListPreparation(links, sentIds));
    }

    /** The mail with the settings of that list. */
    Map<String, Object> of(MailingList list, Words words) {
        var compiled = preparation.prepare(list, Octets.of(written(list, words)));
        var mail = MimeParser.parse(Octets.of(compiled.render(value -> of(value, words)).toByteArray()));
        return Map.of("fields", FIELDS.stream().flatMap(name -> field(mail, name)).toList(), "text",
                ShownText.of(mail));
    }

    private static Stream<Map<String, String>> field(Entity mail, String name) {
        return mail.header().value(name).stream()
                .map(value -> Map.of("name", name, "value", HeaderText.decoded(value)));
    }

    private static byte[] written(MailingList list, Words words) {
        var subject = Base64.getEncoder().encodeToString(words.text("settings.sample.subject").getBytes(UTF_8));
        var text = Base64.getMimeEncoder().encodeToString(words.text("settings.sample.text").getBytes(UTF_8));
        return String.join("\r\n", "From: Erika Example <" + AUTHOR + ">", "To: " + list.address().ascii(),
                "Subject: =?UTF-8?B?" + subject + "?=", "Date: Fri, 6 Mar 2026 09:30:00 +0000",
                "Message-ID: <sample@example.org>", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64", "", text, "").getBytes(UTF_8);
    }

    private static String of(MemberValue value, Words words) {
        return switch (value) {
            case UNSUBSCRIBE_URL, ONE_CLICK_URL -> "https://example.org/" + words.text("settings.sample.leave");
            case MANAGE_URL -> "https://example.org/" + words.text("settings.sample.manage");
            case UNSUBSCRIBE_MAILTO -> "mailto:leave@example.org";
            case MEMBER_NAME -> "Anna";
            case MEMBER_EMAIL -> MEMBER;
        };
    }
}
