package org.clubpost.mail.tnef;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;

/**
 * What is in a TNEF stream (MS-OXTNEF): the letter, and what is attached to it.
 *
 * @param html the letter in HTML, if it is there so, or is kept in RTF that was made of HTML
 * @param plain the letter as plain text, if it is there so, or is kept in RTF
 * @param rtf the letter in RTF of its own, which no other form here is equal to
 * @param items what is attached, in order
 * @param isWhole whether that is everything. Otherwise the stream holds something that cannot be read
 */
public record Tnef(Optional<Text> html, Optional<String> plain, Optional<Octets> rtf, List<Item> items,
        boolean isWhole) {

    /** Nothing that can be read. */
    public static final Tnef NOTHING = new Tnef(Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
            false);

    /** Copies the list. */
    public Tnef {
        items = List.copyOf(items);
    }

    /**
     * A text as octets.
     *
     * @param octets the octets
     * @param charset what they are written in
     */
    public record Text(Octets octets, String charset) {}

    /** Something attached. */
    public sealed interface Item {

        /** What it is called, without a folder, one line. */
        String name();
    }

    /**
     * A file.
     *
     * @param name what it is called
     * @param type the media type, as it is said or guessed from the name
     * @param contentId by which the letter shows it; empty for none
     * @param content its bytes
     */
    public record File(String name, ContentType type, Optional<String> contentId, Octets content) implements Item {}

    /**
     * A mail inside.
     *
     * @param name what it is called
     * @param head what is known about it
     * @param content what is in it
     * @param stream the octets that hold it
     */
    public record Mail(String name, Head head, Tnef content, Octets stream) implements Item {}

    /**
     * What is known about a mail inside.
     *
     * @param subject its subject
     * @param author its author's name
     * @param address its author's address, if that is one of the internet
     * @param to its recipients' names
     * @param sent when it was sent
     */
    public record Head(Optional<String> subject, Optional<String> author, Optional<String> address,
            Optional<String> to, Optional<Instant> sent) {}

    /** Whether a part is a TNEF stream, going by its type or its name. */
    public static boolean isTnef(Entity part) {
        ContentType type = part.contentType();
        return type.is("application", "ms-tnef") || type.is("application", "vnd.ms-tnef")
                || (type.type().equals("application")
                        && (isItsName(type.parameter("name")) || isItsName(part.header().value("Content-Disposition")
                                .flatMap(value -> ContentType.parse("x/" + value).parameter("filename")))));
    }

    private static boolean isItsName(Optional<String> name) {
        return name.filter(given -> given.strip().equalsIgnoreCase("winmail.dat")).isPresent();
    }

    /** Reads a part; {@link #NOTHING} if it cannot be decoded, or is better left to Outlook, as meetings are. */
    public static Tnef of(Entity part) {
        return stream(part).map(TnefReader::read).orElse(NOTHING);
    }

    /** The stream in a part; empty if it cannot be decoded. */
    public static Optional<Octets> stream(Entity part) {
        return part.body() instanceof Body.Leaf(Octets body)
                ? TransferDecoder.decode(body, part.transferEncoding())
                : Optional.empty();
    }

    /** Whether nothing of it could be read, or there is nothing in it. */
    public boolean isEmpty() {
        return html.isEmpty() && plain.isEmpty() && rtf.isEmpty() && items.isEmpty();
    }

    /** All files, those in mails inside as well. */
    public Stream<File> files() {
        return items.stream().flatMap(item -> switch (item) {
            case File file -> Stream.of(file);
            case Mail mail -> mail.content().files();
        });
    }

    /** The names of everything attached, in mails inside as well. */
    public List<String> names() {
        return items.stream().flatMap(item -> switch (item) {
            case File file -> Stream.of(file.name());
            case Mail mail -> Stream.concat(Stream.of(mail.name()), mail.content().names().stream());
        }).toList();
    }
}
