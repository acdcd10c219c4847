package org.clubpost.mail.step;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.Deadline;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.field.Parameters;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.tnef.Tnef;

/**
 * The parts of a mail that are made of what is in a {@code winmail.dat}.
 *
 * @param tnef what is in it
 * @param depth in how many mails of that file it lies; no boundary is that of a multipart around it
 */
record WinmailParts(Tnef tnef, int depth) {

    private static final String BOUNDARY = "=_clubpost_unpacked";
    private static final Octets EMPTY_LINE = Octets.latin1("\r\n");

    /** The letter, in every form in which it is there, with the pictures in it; empty when there is no letter. */
    Optional<Entity> letter() {
        var plain = tnef.plain().map(WinmailParts::plain);
        var html = html();
        return plain.isPresent() && html.isPresent()
                ? Optional.of(multipart("alternative", Header.EMPTY, List.of(plain.get(), html.get()), depth))
                : html.or(() -> plain);
    }

    /** The letter in HTML, with the pictures in it; empty when it is not there in HTML. */
    Optional<Entity> html() {
        return tnef.html().map(text -> {
            var page = leaf(new ContentType("text", "html", Map.of("charset", text.charset()), true), List.of(),
                    text.octets());
            var pictures = pictures().stream().map(WinmailParts::file).toList();
            return pictures.isEmpty() ? page : multipart("related", Header.EMPTY, with(page, pictures), depth);
        });
    }

    /** The pictures to which the letter's page refers. */
    List<Tnef.File> pictures() {
        return tnef.items().stream().filter(this::isInPage).map(Tnef.File.class::cast).toList();
    }

    /** What is attached, but for the pictures in the letter, and the letter's own form when it has one. */
    List<Entity> attachments() {
        var attachments = new ArrayList<>(tnef.items().stream().filter(item -> !isInPage(item))
                .map(this::attachment).toList());
        tnef.rtf().ifPresent(rtf -> attachments.addFirst(file(
                new Tnef.File("letter.rtf", ContentType.parse("application/rtf"), Optional.empty(), rtf))));
        return attachments;
    }

    private boolean isInPage(Tnef.Item item) {
        Deadline.check();
        return item instanceof Tnef.File file && tnef.html().isPresent() && file.contentId()
                .filter(id -> tnef.html().get().octets().latin1().contains("cid:" + id)).isPresent();
    }

    private Entity attachment(Tnef.Item item) {
        return switch (item) {
            case Tnef.File file -> file(file);
            case Tnef.Mail mail -> mail(mail);
        };
    }

    static Entity file(Tnef.File file) {
        var fields = new ArrayList<HeaderLine>();
        fields.add(named("Content-Disposition", file.contentId().isPresent() ? "inline" : "attachment", file.name()));
        file.contentId().ifPresent(id -> fields.add(HeaderLine.Field.of("Content-ID", "<" + id + ">")));
        return leaf(file.type().with("name", file.name()), fields, file.content());
    }

    private static HeaderLine named(String field, String head, String name) {
        return HeaderLine.Field.of(field, Parameters.with(field, head, "filename", name));
    }

    private Entity mail(Tnef.Mail mail) {
        var header = new Header(List.of(HeaderLine.Field.of("Content-Type", "message/rfc822"),
                named("Content-Disposition", "attachment", mail.name())));
        return new Entity(header, EMPTY_LINE, new Body.Leaf(MimeWriter.toOctets(whole(mail))));
    }

    /** A mail of its own, in ASCII. What is known of its head is written as a mail has it (RFC 5322 section 3.6). */
    private Entity whole(Tnef.Mail mail) {
        var head = mail.head();
        var fields = new ArrayList<HeaderLine>();
        var author = head.author().map(FieldText::oneLine).map(name -> FieldText.encode("From", name));
        var address = head.address().flatMap(EmailAddress::parse).map(EmailAddress::ascii);
        if (author.isPresent() || address.isPresent()) {
            fields.add(HeaderLine.Field.of("From", author.map(WinmailParts::phrase).orElse("") + " <"
                    + address.orElse("unknown@invalid") + ">"));
        }
        head.to().map(FieldText::oneLine)
                .ifPresent(to -> fields.add(HeaderLine.Field.of("To", phrase(FieldText.encode("To", to)) + ":;")));
        head.sent().ifPresent(at -> fields.add(HeaderLine.Field.of("Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)))));
        head.subject().map(FieldText::oneLine)
                .ifPresent(subject -> fields.add(HeaderLine.Field.of("Subject", FieldText.encode("Subject", subject))));
        fields.add(HeaderLine.Field.of("MIME-Version", "1.0"));
        return new WinmailParts(mail.content(), depth + 1).all(new Header(fields), kept(mail.stream()));
    }

    /** Encoded words stand as they are; anything else is quoted. */
    private static String phrase(String text) {
        return text.startsWith("=?") ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static Entity kept(Octets stream) {
        return leaf(new ContentType("application", "ms-tnef", Map.of("name", "winmail.dat"), true),
                List.of(named("Content-Disposition", "attachment", "winmail.dat")), stream);
    }

    /**
     * Everything as one multipart.
     *
     * @param header the fields that it gets besides its type
     * @param kept the {@code winmail.dat}, which stays when it holds more than could be read
     */
    Entity all(Header header, Entity kept) {
        var parts = new ArrayList<Entity>();
        letter().ifPresent(parts::add);
        parts.addAll(attachments());
        if (!tnef.isWhole() || parts.isEmpty()) {
            parts.add(kept);
        }
        return multipart("mixed", header, parts, depth);
    }

    /** A multipart of these parts. */
    static Entity multipart(String subtype, Header header, List<Entity> parts, int depth) {
        var boundary = BOUNDARY + "_" + subtype + "_" + depth;
        var delimiter = Octets.latin1("\r\n--" + boundary + "\r\n");
        return new Entity(header.with("Content-Type", "multipart/" + subtype + "; boundary=\"" + boundary + "\""),
                EMPTY_LINE, new Body.Multipart(Octets.EMPTY,
                        parts.stream().map(part -> new Body.Part(delimiter, part)).toList(),
                        Octets.latin1("\r\n--" + boundary + "--\r\n"), Octets.EMPTY));
    }

    private static List<Entity> with(Entity first, List<Entity> others) {
        var all = new ArrayList<Entity>();
        all.add(first);
        all.addAll(others);
        return all;
    }

    private static Entity plain(String text) {
        var lines = text.replaceAll("\r\n|\r|\n", "\r\n");
        return leaf(ContentType.DEFAULT.with("charset", "utf-8"), List.of(),
                Octets.of(lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static Entity leaf(ContentType type, List<HeaderLine> fields, Octets content) {
        var lines = new ArrayList<HeaderLine>();
        lines.add(type.toField());
        lines.add(HeaderLine.Field.of("Content-Transfer-Encoding", "base64"));
        lines.addAll(fields);
        return new Entity(new Header(lines), EMPTY_LINE,
                new Body.Leaf(Octets.of(Base64.getMimeEncoder().encode(content.toByteArray()))));
    }
}
